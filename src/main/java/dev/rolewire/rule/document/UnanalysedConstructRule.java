package dev.rolewire.rule.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Resource;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.policy.Spelling;
import dev.rolewire.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/// Notes what the analysis had to leave out.
@AutoService(Rule.class)
public final class UnanalysedConstructRule implements Rule {

    /// A type of AWS; modules have one part more.
    private static final Pattern TYPE = Pattern.compile("AWS::[A-Za-z0-9]{1,60}::[A-Za-z0-9]{1,60}");

    /// Each compares with all types, so only the first ones are told what may be meant.
    private static final int MAX_SEARCHES = 20;

    private static final int MAX_DISTANCE = 2;

    private static final RuleMetadata METADATA = RuleMetadata.builder("unanalysed-construct", Severity.NOTE)
        .category(RuleMetadata.Category.DOCUMENT)
        .summary("Part of the document was not analysed")
        .why("""
                An errored or incomplete plan lacks resources, a loop over values that are not known hides some, and a
                parameter value for a parameter that is not declared changes nothing: an answer without this note would
                look more complete than it is. A resource of a type that AWS is not known to have is named for the same
                reason: what it takes is not looked at.
                """)
        .help("""
                Nothing is wrong with the identities because of it; read the message for what was left out.
                """)
        .exceptions("""
                What cannot be known at a single slot is said there, as the reason why the slot is unchecked.
                """)
        .reference("Terraform: JSON output format", "https://developer.hashicorp.com/terraform/internals/json-format")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        for (ModelProblem problem : context.problems(ModelProblem.Kind.NOTICE)) {
            context.finding(METADATA).at(problem).report();
        }
        Wiring wiring = context.wiring();
        if (wiring != null && wiring.template().dialect().family() == Dialect.Family.CLOUDFORMATION) {
            checkTypes(context, wiring);
        }
    }

    private static void checkTypes(RuleContext context, Wiring wiring) {
        Set<String> seen = new HashSet<>();
        for (Resource resource : wiring.template().resources().values()) {
            String type = resource.type();
            if (resource.complete() && TYPE.matcher(type).matches() && !type.startsWith("AWS::Serverless::")
                    && !wiring.catalog().isKnownType(type) && seen.add(type)) {
                String similar = seen.size() > MAX_SEARCHES ? null : similar(type, wiring.catalog().knownTypes());
                context.finding(METADATA)
                    .at(resource, null, resource.typeOrigin())
                    .under(resource.condition())
                    .message("`" + type + "` is no known type of AWS"
                            + (similar == null ? ", so what it takes is not looked at"
                                    : "; did you mean `" + similar + "`?"))
                    .report();
            }
        }
    }

    private static @Nullable String similar(String type, List<String> known) {
        String nearest = null;
        int least = MAX_DISTANCE + 1;
        for (String each : known) {
            int distance = type.equalsIgnoreCase(each) ? 0 : Spelling.distance(type, each, MAX_DISTANCE);
            if (distance < least) {
                nearest = each;
                least = distance;
            }
        }
        return nearest;
    }

}

package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.frontend.Interest;
import dev.rolewire.frontend.Interest.Attributes;
import dev.rolewire.frontend.terraform.plan.Resolution.Candidate;
import dev.rolewire.frontend.terraform.plan.ResourceAddress.ModuleStep;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Scalar;
import org.jspecify.annotations.Nullable;

/// Lowers the settings of providers that matter: the roles that they assume. Others may be secret.
///
/// A plan has no values for them, only expressions: a constant is its text, and an IAM identity that is all that an
/// expression refers to is that identity. Whatever else it refers to may be a part of the text, such as the account.
final class ProviderLowering {

    private static final String IAM = "aws_iam_";

    private static final int MAX_DEPTH = 16;

    private final SourceFile source;

    private final Problems problems;

    private final ReferenceResolver resolver;

    private final Interest interest;

    ProviderLowering(SourceFile source, Problems problems, ReferenceResolver resolver, Interest interest) {
        this.source = source;
        this.problems = problems;
        this.resolver = resolver;
        this.interest = interest;
    }

    /// A setting of a provider.
    ///
    /// @param provider its entry in `provider_config`
    record Setting(String key, Place provider, String name, Place value) {

    }

    /// The settings that matter, by provider.
    static List<Setting> settings(Place configuration, Interest interest) {
        List<Setting> found = new ArrayList<>();
        Place providers = configuration.get("provider_config");
        for (Mapping.Entry entry : providers.entries()) {
            Place provider = providers.get(entry.name());
            String name = provider.get("name").text();
            if (name != null) {
                Attributes wanted = interest.provider(name);
                Place expressions = provider.get("expressions");
                for (Mapping.Entry setting : expressions.entries()) {
                    if (wanted.has(setting.name())) {
                        found.add(new Setting(entry.name(), provider, setting.name(), expressions.get(setting.name())));
                    }
                }
            }
        }
        return found;
    }

    /// The module that sets a provider up; null when its address is none.
    static @Nullable ModuleInstance module(ModuleInstance root, Place provider) {
        String address = provider.get("module_address").text();
        if (address == null || address.isEmpty()) {
            return root;
        }
        List<ModuleStep> steps = new ArrayList<>();
        String[] parts = address.split("\\.");
        for (int i = 0; i + 1 < parts.length; i += 2) {
            if (!parts[i].equals("module")) {
                return null;
            }
            steps.add(new ModuleStep(parts[i + 1], null));
        }
        return steps.size() > MAX_DEPTH * 4 ? null : root.descendant(steps);
    }

    /// The providers that have such settings, as [Resource.Mode#PROVIDER].
    List<Resource> lower(Place document, ModuleInstance root) {
        Map<String, List<Setting>> byProvider = new LinkedHashMap<>();
        settings(document.get("configuration"), this.interest)
            .forEach((setting) -> byProvider.computeIfAbsent(setting.key(), (_) -> new ArrayList<>()).add(setting));
        List<Resource> lowered = new ArrayList<>();
        byProvider.forEach((key, settings) -> {
            Place provider = settings.getFirst().provider();
            ModuleInstance module = module(root, provider);
            String type = provider.get("name").text();
            if (module != null && type != null) {
                List<Value.Field> fields = new ArrayList<>();
                settings.forEach((setting) -> fields.add(field(setting.name(), setting.value(), Scope.of(module), 0)));
                Origin origin = this.problems.origin(provider.get("name"));
                lowered
                    .add(new Resource(address(key), type, Resource.Mode.PROVIDER, Resource.Change.APPLIED, Guard.TRUE,
                            new Value.ObjectValue(List.copyOf(fields), origin), true, List.of(), origin, origin, null));
            }
        });
        return lowered;
    }

    /// `provider.aws.west`, in a module `module.network.provider.aws`.
    private static String address(String key) {
        int colon = key.lastIndexOf(':');
        return (colon < 0 ? "" : key.substring(0, colon) + ".") + "provider." + key.substring(colon + 1);
    }

    private Value.Field field(String name, Place place, Scope scope, int depth) {
        Origin origin = new Origin(this.source, this.problems.origin(place).span(), place.pointer());
        return new Value.Field(name, origin, value(place, scope, depth));
    }

    private Value value(Place place, Scope scope, int depth) {
        Origin origin = this.problems.origin(place);
        if (depth > MAX_DEPTH) {
            return Value.Unknown.of(Reason.BUDGET, "nested too deeply", origin);
        }
        if (place.isSequence()) {
            return new Value.ListValue(place.items().stream().map((item) -> value(item, scope, depth + 1)).toList(),
                    origin);
        }
        if (!place.isMapping()) {
            return Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, "not an expression", origin);
        }
        if (Expression.is(place)) {
            return expression(place, scope, origin);
        }
        List<Value.Field> fields = new ArrayList<>();
        place.entries().forEach((entry) -> fields.add(field(entry.name(), place.get(entry.name()), scope, depth + 1)));
        return new Value.ObjectValue(List.copyOf(fields), origin);
    }

    private Value expression(Place place, Scope scope, Origin origin) {
        Place constant = Expression.constant(place);
        if (constant.node() != null && !constant.isMapping() && !place.get("references").isPresent()) {
            return constant(constant);
        }
        Resolution resolution = this.resolver.resolve(scope, place);
        Candidate certain = resolution.certain();
        if (certain != null && certain.resource().lowered() && certain.resource().block().type().startsWith(IAM)) {
            return certain.reference(origin);
        }
        List<String> names = Expression.references(place);
        boolean variables = !names.isEmpty() && names.stream().allMatch((name) -> name.startsWith("var."));
        return Value.Unknown.of(variables ? Reason.PARAMETER : Reason.KNOWN_AFTER_APPLY, String.join(", ", names),
                origin);
    }

    private Value constant(Place constant) {
        Origin origin = this.problems.origin(constant);
        if (constant.isSequence()) {
            return new Value.ListValue(constant.items().stream().map(this::constant).toList(), origin);
        }
        if (!constant.isPresent()) {
            return new Value.Absent(origin);
        }
        return constant.node() instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING
                ? Value.Literal.of(scalar.text(), origin)
                : Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, "not a text", origin);
    }

}

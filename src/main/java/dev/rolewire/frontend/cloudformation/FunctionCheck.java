package dev.rolewire.frontend.cloudformation;

import java.util.List;
import java.util.Set;

import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// Says which calls CloudFormation refuses, whatever their values are: unknown functions, wrong numbers and kinds of
/// arguments, functions where none may stand. Silent in templates that a macro may rewrite.
final class FunctionCheck {

    /// Functions that yield yes or no.
    private static final Set<String> CONDITIONS = Set.of("Condition", "Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals",
            "Fn::Contains", "Fn::EachMemberEquals", "Fn::EachMemberIn");

    /// Functions that yield a text, never a list.
    private static final Set<String> TEXTS = Set.of("Fn::Join", "Fn::Sub", "Fn::Base64");

    private static final String[] COUNTED = { "first", "second", "third", "fourth" };

    private final Lowering lowering;

    FunctionCheck(Lowering lowering) {
        this.lowering = lowering;
    }

    /// Checks one call, not the calls in its arguments.
    void check(Call call, Site site) {
        if (!call.isFunction() || this.lowering.isMuted() || this.lowering.transforms().mayAddNames()
                || site.section().equals("Mappings")) {
            return;
        }
        Signature signature = Signature.of(call.name());
        if (signature == null) {
            String nearest = Signature.nearest(call.name());
            report("CloudFormation has no function `" + call.name() + "`"
                    + (nearest == null ? "" : "; perhaps `" + nearest + "` is meant"), call, site);
        }
        else if (signature.needsExtensions() && !isExtended()) {
            report("`" + call.name() + "` exists only in templates with `Transform: AWS::LanguageExtensions`", call,
                    site);
        }
        else if (signature.alone()) {
            single(signature, call, site);
        }
        else {
            listed(signature, call, site);
        }
        place(call, site);
    }

    private boolean isExtended() {
        return this.lowering.transforms().isExtended();
    }

    private void single(Signature signature, Call call, Site site) {
        boolean wrapped = call.name().equals("Condition") && Call.isCondition(call.argument());
        if (!wrapped && !fits(signature.argument(0), call.argument())) {
            report("`" + call.name() + "` takes " + signature.usage() + ", found " + Shapes.describe(call.argument()),
                    call, site);
        }
    }

    private void listed(Signature signature, Call call, Site site) {
        if (isMade(call.argument())) {
            return;
        }
        if (call.argument() instanceof Scalar scalar && takesText(call, scalar)) {
            return;
        }
        if (!(call.argument() instanceof Sequence sequence) || Call.of(sequence) != null) {
            report("`" + call.name() + "` takes " + signature.usage() + ", found " + Shapes.describe(call.argument()),
                    call, site);
            return;
        }
        List<Node> arguments = sequence.items();
        if (call.name().equals("Fn::Sub") && arguments.size() == 1
                && fits(signature.argument(0), arguments.getFirst())) {
            doubt("`Fn::Sub` takes " + signature.usage() + ", found a list of the text alone", call, site);
            return;
        }
        int most = signature.name().equals("Fn::FindInMap") && isExtended() ? 4 : signature.most();
        if (arguments.size() < signature.least() || arguments.size() > most) {
            report("`" + call.name() + "` takes " + signature.usage() + ", found "
                    + (arguments.size() == 1 ? "1 argument" : arguments.size() + " arguments"), call, site);
            return;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!fits(signature.argument(i), arguments.get(i))) {
                String which = arguments.size() == 1 ? "argument" : count(i) + " argument";
                report("the " + which + " of `" + call.name() + "` is " + Shapes.describe(arguments.get(i))
                        + yields(arguments.get(i), signature.argument(i)) + ", but " + signature.argument(i).words()
                        + " is expected", call, site);
            }
        }
    }

    private static String yields(Node argument, Signature.Argument kind) {
        return kind == Signature.Argument.LIST && Call.of(argument) != null ? ", which yields a text" : "";
    }

    private static String count(int index) {
        return index < COUNTED.length ? COUNTED[index] : index + 1 + "th";
    }

    /// Functions whose arguments may be written as one text.
    private static boolean takesText(Call call, Scalar scalar) {
        return switch (call.name()) {
            case "Fn::Sub" -> !scalar.isNull();
            case "Fn::GetAtt" -> {
                int dot = scalar.text().indexOf('.');
                yield dot > 0 && dot < scalar.text().length() - 1;
            }
            default -> false;
        };
    }

    private boolean fits(Signature.Argument kind, Node node) {
        Call call = Call.of(node);
        if (call != null && isMade(node)) {
            return true;
        }
        return switch (kind) {
            case NAME -> call != null ? isExtended() : isText(node);
            case REGION -> call != null || node instanceof Scalar;
            case TEXT -> call != null || isText(node);
            case NUMBER -> call != null || (isText(node) && isNumber(((Scalar) node).text()));
            case LIST -> call != null ? !TEXTS.contains(call.name()) : node instanceof Sequence;
            case MAP -> call == null && node instanceof Mapping;
            case CONDITION -> isCondition(Call.ofCondition(node));
            case CONDITION_NAME -> call == null && isText(node);
            case ANY -> true;
        };
    }

    /// Whether a call yields yes or no; of one that there is not another message tells.
    private static boolean isCondition(@Nullable Call call) {
        return call != null && (CONDITIONS.contains(call.name()) || Signature.of(call.name()) == null);
    }

    private static boolean isText(Node node) {
        return node instanceof Scalar scalar && !scalar.isNull();
    }

    private static boolean isNumber(String text) {
        return !text.isBlank() && text.strip().chars().allMatch(Character::isDigit);
    }

    /// Whether a macro or a preprocessor makes a node, so that its shape is not known.
    private static boolean isMade(Node node) {
        Call call = Call.of(node);
        if (call != null) {
            return !call.isFunction() || call.name().equals(Call.TRANSFORM);
        }
        return node instanceof Mapping mapping && mapping.get(Call.TRANSFORM) != null;
    }

    private void place(Call call, Site site) {
        boolean refused = switch (call.name()) {
            case "Fn::GetAtt", "Fn::ImportValue" ->
                site.section().equals("Conditions") || site.section().equals("Rules");
            case "Condition" -> site.section().equals("Rules");
            default -> false;
        };
        if (refused) {
            report("`" + call.name() + "` is not allowed in `" + site.section() + "`", call, site);
        }
    }

    /// A map that has a function beside other keys is no call.
    void besideOthers(Mapping mapping, Mapping.Entry entry, Site site) {
        boolean known = Signature.of(entry.name()) != null && !entry.name().equals(Call.TRANSFORM);
        boolean free = site.isApart();
        if (known && !free && mapping.entries().size() > 1 && !this.lowering.transforms().mayAddNames()) {
            this.lowering.problem(ModelProblem.Kind.DOUBTFUL_FUNCTION,
                    "`" + entry.name() + "` stands beside other keys, but a function is the only key of its map",
                    site.always(), this.lowering.origin(entry.key(), site));
        }
    }

    /// A loop needs the language extensions.
    void loop(Mapping.Entry entry, Site site) {
        if (!isExtended() && !this.lowering.transforms().mayAddNames()) {
            this.lowering.problem(ModelProblem.Kind.MALFORMED_FUNCTION,
                    "`Fn::ForEach` exists only in templates with `Transform: AWS::LanguageExtensions`", site.always(),
                    this.lowering.origin(entry.key(), site));
        }
    }

    /// What is looked up before any resource exists can depend on none.
    void withoutResources(String what, Value value, Call call, Site site) {
        for (Value.Reference reference : Values.operands(List.of(value))) {
            String address = reference.address();
            boolean own = address.startsWith(this.lowering.scope().prefix())
                    && this.lowering.resources().contains(this.lowering.scope().nameOf(address));
            if (own) {
                report(what + " depends on resource `" + address + "`, but it must be known before any "
                        + "resource exists", call, site);
                return;
            }
        }
    }

    /// Conditions and rules are evaluated before any resource exists.
    void outsideResources(String name, Site site, Origin origin) {
        if (!this.lowering.transforms().mayAddNames()) {
            this.lowering.problem(ModelProblem.Kind.MALFORMED_FUNCTION, "resource `" + name + "` is not allowed in `"
                    + site.section() + "`, which knows parameters and mappings only", site.always(), name, origin);
        }
    }

    /// A function where only a text may stand.
    void notAllowed(Node node, String place, Site site) {
        Call call = Call.of(node);
        if (call != null && call.isFunction() && !isMade(node) && !this.lowering.transforms().mayAddNames()) {
            report("`" + call.name() + "` is not allowed " + place, call, site);
        }
    }

    /// An entry of `Conditions` says yes or no.
    void condition(Node node, String name, Site site) {
        Call call = Call.ofCondition(node);
        if (this.lowering.isMuted() || this.lowering.transforms().mayAddNames() || isMade(node) || isCondition(call)) {
            return;
        }
        // cfn-lint and the tests of AWS's SAM translator let `true` pass
        boolean written = node instanceof Scalar scalar && List.of("true", "false").contains(Parameters.text(scalar));
        this.lowering.problem(written ? ModelProblem.Kind.DOUBTFUL_FUNCTION : ModelProblem.Kind.MALFORMED_FUNCTION,
                "condition `" + name + "` is " + Shapes.describe(node)
                        + ", but a condition function such as `Fn::Equals` is expected",
                site.always(), this.lowering.origin(node, site));
    }

    /// What the documentation does not foresee, but of which it is not known whether it
    /// is
    /// refused.
    private void doubt(String message, Call call, Site site) {
        this.lowering.problem(ModelProblem.Kind.DOUBTFUL_FUNCTION, message, site.always(),
                this.lowering.origin(call.node(), site));
    }

    private void report(String message, Call call, Site site) {
        this.lowering.problem(ModelProblem.Kind.MALFORMED_FUNCTION, message, site.always(),
                this.lowering.origin(call.node(), site));
    }

}

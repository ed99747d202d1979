package dev.rolewire.frontend.cloudformation;

import java.util.List;

import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;

/// Says which calls CloudFormation refuses, whatever their values are: unknown functions, wrong numbers and kinds of
/// arguments, functions where none may stand. Silent in templates that a macro may rewrite.
final class FunctionCheck {

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
        if (!fits(signature.argument(0), call.argument())) {
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
        int most = signature.name().equals("Fn::FindInMap") && isExtended() ? 4 : signature.most();
        if (arguments.size() < signature.least() || arguments.size() > most) {
            report("`" + call.name() + "` takes " + signature.usage() + ", found "
                    + (arguments.size() == 1 ? "1 argument" : arguments.size() + " arguments"), call, site);
            return;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!fits(signature.argument(i), arguments.get(i))) {
                String which = arguments.size() == 1 ? "argument" : count(i) + " argument";
                report("the " + which + " of `" + call.name() + "` is " + Shapes.describe(arguments.get(i)) + ", but "
                        + signature.argument(i).words() + " is expected", call, site);
            }
        }
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
            case LIST -> call != null || node instanceof Sequence;
            case MAP -> call == null && node instanceof Mapping;
            case CONDITION -> call != null || (node instanceof Mapping && Call.ofCondition(node) != null);
            case CONDITION_NAME -> call == null && isText(node);
            case ANY -> true;
        };
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
            this.lowering.problem(ModelProblem.Kind.MALFORMED_FUNCTION,
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

    private void report(String message, Call call, Site site) {
        this.lowering.problem(ModelProblem.Kind.MALFORMED_FUNCTION, message, site.always(),
                this.lowering.origin(call.node(), site));
    }

}

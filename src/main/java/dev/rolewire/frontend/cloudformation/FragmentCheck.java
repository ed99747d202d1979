package dev.rolewire.frontend.cloudformation;

import dev.rolewire.frontend.BundleFile;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Pointer;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;

/// Says what CloudFormation refuses in a file that `AWS::Include` puts into a template: further includes, and the short
/// form of functions ("AWS::Include transform" of the CloudFormation Template Reference, "Considerations").
final class FragmentCheck {

    private final Includes includes;

    private final BundleFile file;

    private final boolean certain;

    private boolean shortForm;

    /// Starts a check.
    /// @param certain whether no other file can be meant
    FragmentCheck(Includes includes, BundleFile file, boolean certain) {
        this.includes = includes;
        this.file = file;
        this.certain = certain;
    }

    /// Checks a part of the file.
    /// @param pointer its path from the root of the template
    void check(Node node, Pointer pointer) {
        Call call = Call.of(node);
        if (call != null && call.key() == null && call.isFunction()) {
            shortForm(call, pointer);
            if (call.name().equals(Call.TRANSFORM) && IncludeExpansion.isInclude(call.argument())) {
                nested(node, pointer);
            }
        }
        switch (node) {
            case Scalar _ -> {
            }
            case Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    check(sequence.items().get(i), pointer.child(i));
                }
            }
            case Mapping mapping -> {
                for (Mapping.Entry entry : mapping.entries()) {
                    if (entry.name().equals(Call.TRANSFORM) && includes(entry.value())) {
                        nested(entry.key(), pointer.child(entry.name()));
                    }
                    check(entry.value(), pointer.child(entry.name()));
                }
            }
        }
    }

    private static boolean includes(Node transform) {
        return transform instanceof Sequence list ? list.items().stream().anyMatch(IncludeExpansion::isInclude)
                : IncludeExpansion.isInclude(transform);
    }

    private void nested(Node node, Pointer pointer) {
        flaw("`" + this.file.uri() + "` is put into a template by `AWS::Include` and includes another file itself,"
                + " which CloudFormation does not support", node, pointer);
    }

    /// Reports the first one only: whoever writes one short form in a file writes many.
    private void shortForm(Call call, Pointer pointer) {
        if (!this.shortForm) {
            this.shortForm = true;
            String tag = "!" + (call.name().startsWith("Fn::") ? call.name().substring("Fn::".length()) : call.name());
            flaw("`" + tag + "` is a short form, which CloudFormation does not support in a file that `AWS::Include`"
                    + " puts into a template; write `" + call.name() + "` as a key", call.node(), pointer);
        }
    }

    private void flaw(String message, Node node, Pointer pointer) {
        this.includes.flaw(ModelProblem.Kind.MALFORMED_FUNCTION, message, node, pointer, this.certain);
    }

}

package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.cloudformation.include.SourceMap;
import dev.rolewire.model.Guard;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Reason;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;

/// A template with the files in place that it includes by the transform `AWS::Include`, as far as they are in the
/// bundle.
final class Includes {

    static final String NAME = "AWS::Include";

    private final SourceMap sources;

    private final SequencedSet<BundleFile> files = new LinkedHashSet<>();

    private final List<Flaw> flaws = new ArrayList<>();

    private Mapping root;

    private boolean doubtful;

    private Includes(SourceFile source, Mapping root) {
        this.sources = new SourceMap(source);
        this.root = root;
    }

    /// Something wrong with an include.
    ///
    /// @param certain false when another file may be meant
    private record Flaw(ModelProblem.Kind kind, String message, Node node, Pointer pointer, boolean certain) {

    }

    /// A template taken as it is.
    static Includes none(SourceFile source, Mapping root) {
        return new Includes(source, root);
    }

    /// Puts the files of the bundle in their places.
    static Includes of(Scope scope, SourceFile source, Mapping root) {
        Includes includes = new Includes(source, root);
        if (scope.deployment().files() != null && scope.file() != null && mayInclude(source.text())) {
            includes.root = new IncludeExpansion(scope, source, root, includes).expand();
        }
        return includes;
    }

    /// Whether a text may be one of a template that includes files.
    static boolean mayInclude(String text) {
        return text.contains(NAME);
    }

    /// The whole template.
    Mapping root() {
        return this.root;
    }

    SourceMap sources() {
        return this.sources;
    }

    /// The files that are a part of the template, readable or not.
    SequencedSet<BundleFile> files() {
        return this.files;
    }

    boolean any() {
        return !this.files.isEmpty();
    }

    /// Whether another file than the one of the bundle may be meant somewhere, so that
    /// nothing is missing for certain.
    boolean isDoubtful() {
        return this.doubtful;
    }

    /// Takes note of a file.
    /// @param certain whether no other one can be meant
    void use(BundleFile file, boolean certain) {
        this.files.add(file);
        this.doubtful |= !certain;
    }

    /// Takes note of something wrong.
    /// @param pointer the path of the node from the root of the template
    void flaw(ModelProblem.Kind kind, String message, Node node, Pointer pointer, boolean certain) {
        this.flaws.add(new Flaw(kind, message, node, pointer, certain));
    }

    /// Reports what is wrong.
    void report(Lowering lowering) {
        for (Flaw flaw : this.flaws) {
            Guard guard = flaw.certain() ? Guard.TRUE
                    : lowering.guards().opaque("the file that " + lowering.source().uri() + " includes", Reason.MACRO);
            lowering.problem(flaw.kind(), flaw.message(), Site.of(flaw.pointer()).under(guard), flaw.node());
        }
    }

}

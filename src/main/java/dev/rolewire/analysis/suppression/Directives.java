package dev.rolewire.analysis.suppression;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.frontend.BundleFile;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// The suppressions that stand in one document.
///
/// @param suppressions in source order
/// @param problems what is wrong with them
public record Directives(List<Suppression> suppressions, List<ModelProblem> problems) {

    /// How many suppressions of one document are read: each is held against each finding.
    static final int MOST = 1_000;

    private static final Directives NONE = new Directives(List.of(), List.of());

    /// Reads the comments and the metadata of a document. A plan or state has neither.
    public static Directives of(BundleFile file) {
        if (file.outline() != null || !file.source().isHeld()) {
            return NONE;
        }
        Collector collector = new Collector(file);
        CommentReader.read(file, collector);
        MetadataReader.read(file, collector);
        return new Directives(List.copyOf(collector.suppressions), List.copyOf(collector.problems));
    }

    /// Takes what the readers find.
    static final class Collector {

        private final BundleFile file;

        private final List<Suppression> suppressions = new ArrayList<>();

        private final List<ModelProblem> problems = new ArrayList<>();

        private int count;

        private Collector(BundleFile file) {
            this.file = file;
        }

        /// Counts one more suppression, whether it can be used or not.
        /// @param at where it is written
        /// @return false when it is beyond the bound and not to be read
        boolean mayTake(Span at) {
            this.count++;
            if (this.count == MOST + 1) {
                malformed("a document has at most " + MOST + " suppressions; the others are not read", Pointer.ROOT,
                        at);
            }
            return this.count <= MOST;
        }

        /// Takes a suppression.
        /// @param reason may be blank
        /// @param covered the parts of the document that it covers
        /// @param block the block of a resource that it is about, or null
        /// @param at where it is written
        void suppress(String rule, String reason, List<Span> covered, @Nullable Span block, Pointer pointer, Span at) {
            Suppression.Part part = new Suppression.Part(this.file.uri(), covered, block);
            this.suppressions.add(new Suppression(Suppression.Kind.IN_SOURCE, rule, Suppression.reason(reason), part,
                    origin(pointer, at)));
        }

        /// Takes note of a suppression that does not say why.
        void withoutReason(String rule, Pointer pointer, Span at) {
            this.problems.add(ModelProblem.ofDocument(ModelProblem.Kind.DOUBTFUL_CONFIGURATION,
                    "the suppression of `" + rule + "` gives no reason; say why its findings are no trouble",
                    origin(pointer, at)));
        }

        /// Takes note of one that is not as it must be.
        void malformed(String message, Pointer pointer, Span at) {
            this.problems.add(ModelProblem.ofDocument(ModelProblem.Kind.CONFIGURATION, message, origin(pointer, at)));
        }

        private Origin origin(Pointer pointer, Span at) {
            return new Origin(this.file.source(), at, pointer);
        }

    }

}

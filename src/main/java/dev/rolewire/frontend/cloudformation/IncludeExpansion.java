package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.cloudformation.stack.TemplateFiles;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// Puts the content of the files that a template includes in the places of its `AWS::Include` transforms ("AWS::Include
/// transform" of the CloudFormation Template Reference). What is not in the bundle, or stands where one cannot tell what
/// CloudFormation does, stays a macro of which nothing is known.
final class IncludeExpansion {

    private final Scope scope;

    private final SourceFile source;

    private final Mapping root;

    private final Includes includes;

    private @Nullable Lowering draft;

    IncludeExpansion(Scope scope, SourceFile source, Mapping root, Includes includes) {
        this.scope = scope;
        this.source = source;
        this.root = root;
        this.includes = includes;
    }

    /// A file that is to be put in.
    private record Fragment(BundleFile file, boolean certain, Mapping tree) {

    }

    Mapping expand() {
        List<Mapping.Entry> entries = new ArrayList<>();
        for (Mapping.Entry entry : this.root.entries()) {
            Pointer pointer = Pointer.ROOT.child(entry.name());
            // parameters are the one section that may include nothing
            boolean left = entry.name().equals("Parameters") || entry.name().equals("Transform");
            entries.add(left || isTransform(entry) ? entry
                    : new Mapping.Entry(entry.key(), expand(entry.value(), pointer, 1)));
        }
        Mapping whole = Mapping.of(entries, this.root.span(), this.root.tag());
        return merged(merged(whole, "Transform", Pointer.ROOT, 0), Call.TRANSFORM, Pointer.ROOT, 0);
    }

    private static boolean isTransform(Mapping.Entry entry) {
        return entry.name().equals(Call.TRANSFORM);
    }

    /// @param depth how many tokens the pointer has
    private Node expand(Node node, Pointer pointer, int depth) {
        return switch (node) {
            case Scalar scalar -> scalar;
            case Sequence sequence -> {
                List<Node> items = new ArrayList<>(sequence.items().size());
                for (Node item : sequence.items()) {
                    items.add(expand(item, pointer.child(items.size()), depth + 1));
                }
                yield new Sequence(items, sequence.span(), sequence.tag());
            }
            case Mapping mapping -> {
                Call call = Call.of(mapping);
                if (call != null && call.key() == null && call.name().equals(Call.TRANSFORM)) {
                    Fragment fragment = fragment(mapping, pointer, Set.of());
                    yield fragment == null ? mapping : put(fragment, pointer, depth);
                }
                List<Mapping.Entry> entries = new ArrayList<>(mapping.entries().size());
                for (Mapping.Entry entry : mapping.entries()) {
                    entries.add(isTransform(entry) ? entry : new Mapping.Entry(entry.key(),
                            expand(entry.value(), pointer.child(entry.name()), depth + 1)));
                }
                Mapping expanded = Mapping.of(entries, mapping.span(), mapping.tag());
                yield merged(expanded, Call.TRANSFORM, pointer, depth);
            }
        };
    }

    /// A map with the files in it that one of its keys includes.
    private Mapping merged(Mapping mapping, String key, Pointer pointer, int depth) {
        Mapping.Entry transform = mapping.entry(key);
        if (transform == null || transform.value() instanceof Scalar) {
            return mapping;
        }
        boolean listed = transform.value() instanceof Sequence;
        Pointer at = pointer.child(key);
        List<Node> items = transform.value() instanceof Sequence list ? list.items() : List.of(transform.value());
        Set<String> taken = new HashSet<>();
        mapping.entries().stream().filter((entry) -> entry != transform).forEach((entry) -> taken.add(entry.name()));
        List<Mapping> trees = new ArrayList<>();
        List<Node> rest = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Fragment fragment = fragment(items.get(i), listed ? at.child(i) : at, taken);
            if (fragment == null) {
                rest.add(items.get(i));
            }
            else {
                fragment.tree().entries().forEach((entry) -> taken.add(entry.name()));
                trees.add(put(fragment, pointer, depth));
            }
        }
        if (trees.size() == 1 && rest.isEmpty() && mapping.entries().size() == 1) {
            return trees.getFirst();
        }
        return trees.isEmpty() ? mapping : spliced(mapping, transform, trees, rest);
    }

    private static Mapping spliced(Mapping mapping, Mapping.Entry transform, List<Mapping> trees, List<Node> rest) {
        List<Mapping.Entry> entries = new ArrayList<>();
        for (Mapping.Entry entry : mapping.entries()) {
            if (entry != transform) {
                entries.add(entry);
                continue;
            }
            trees.forEach((tree) -> entries.addAll(tree.entries()));
            if (!rest.isEmpty()) {
                entries.add(new Mapping.Entry(entry.key(), new Sequence(rest, entry.value().span(), null)));
            }
        }
        return Mapping.of(entries, mapping.span(), mapping.tag());
    }

    /// @param pointer the place, which has `depth` tokens
    private Mapping put(Fragment fragment, Pointer pointer, int depth) {
        Mapping tree = this.includes.sources().add(fragment.file().source(), fragment.tree(), depth);
        new FragmentCheck(this.includes, fragment.file(), fragment.certain()).check(tree, pointer);
        return tree;
    }

    /// The file that a transform includes.
    /// @param taken the keys beside it
    /// @return null when it is no include, or must stay what it is
    private @Nullable Fragment fragment(Node transform, Pointer pointer, Set<String> taken) {
        if (!isInclude(transform) || !(((Mapping) transform).get("Parameters") instanceof Mapping parameters)) {
            return null;
        }
        Mapping.Entry location = parameters.entry("Location");
        TemplateFiles files = this.scope.deployment().files();
        BundleFile from = this.scope.file();
        if (location == null || files == null || from == null) {
            return null;
        }
        Pointer at = pointer.child("Parameters").child("Location");
        FileSearch search = new FileSearch((text, whole) -> files.findFragment(from, text, whole));
        return switch (search.find(value(location.value(), at))) {
            case TemplateFiles.Answer.Found(var file, var certain) ->
                fragment(file, certain && !search.isOpen(), location, at, taken);
            case TemplateFiles.Answer.Ambiguous(var several) -> {
                String names = String.join("`, `", several.stream().map(BundleFile::uri).toList());
                notice("this may include any of `" + names + "`, so none is looked at as a part of the template",
                        location, at);
                yield null;
            }
            case TemplateFiles.Answer.None _ -> null;
        };
    }

    private @Nullable Fragment fragment(BundleFile file, boolean certain, Mapping.Entry location, Pointer pointer,
            Set<String> taken) {
        this.includes.use(file, certain);
        if (!file.parses()) {
            return null;
        }
        if (!file.source().isHeld() || !this.scope.deployment().limits(this.scope).takeInclude(file)) {
            this.includes.flaw(ModelProblem.Kind.LIMIT, "`" + file.uri() + "` is not put in here: too much is included",
                    location.value(), pointer, true);
            return null;
        }
        if (!(file.tree() instanceof Mapping tree)) {
            notice("`" + file.uri() + "` is no map of keys, so it is not put in here", location, pointer);
            return null;
        }
        String twice = tree.entries()
            .stream()
            .map(Mapping.Entry::name)
            .filter(taken::contains)
            .findFirst()
            .orElse(null);
        if (twice != null) {
            notice("`" + file.uri() + "` has the key `" + twice + "`, which stands here as well, so it is not put in",
                    location, pointer);
            return null;
        }
        return new Fragment(file, certain, tree);
    }

    private void notice(String message, Mapping.Entry location, Pointer pointer) {
        this.includes.flaw(ModelProblem.Kind.NOTICE, message, location.value(), pointer, true);
    }

    /// Whether a node is the argument of a transform that includes a file.
    static boolean isInclude(Node node) {
        return node instanceof Mapping mapping && mapping.get("Name") instanceof Scalar name
                && name.text().equals(Includes.NAME);
    }

    private Value value(Node location, Pointer pointer) {
        Lowering lowering = this.draft;
        if (lowering == null) {
            Deployment alone = new Deployment(this.scope.deployment().files(), new StackLimits(), null);
            lowering = new Lowering(this.scope.draft(alone, arguments()), this.source,
                    Includes.none(this.source, this.root));
            this.draft = lowering;
        }
        return lowering.lowerAgain(location, Site.of(pointer));
    }

    /// What the parent passes, as far as it means the same in a draft.
    private @Nullable Map<String, Value> arguments() {
        Map<String, Value> passed = this.scope.arguments();
        if (passed == null) {
            return null;
        }
        SequencedMap<String, Value> known = new LinkedHashMap<>();
        passed.forEach((name, value) -> {
            Origin origin = value.origin();
            known.put(name, value instanceof Value.Literal ? value : Value.Unknown.of(Reason.PARAMETER, name, origin));
        });
        return known;
    }

}

package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.terraform.ModuleOutline;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Pointer;
import dev.rolewire.syntax.hcl.Expression;
import org.jspecify.annotations.Nullable;

/// The modules of a bundle by directory, and which of them are roots: those that no other one calls by a local source.
final class ModuleTree {

    private static final int MAX_DEPTH = 32;

    private final SequencedMap<String, Module> modules;

    private ModuleTree(SequencedMap<String, Module> modules) {
        this.modules = modules;
    }

    /// A called module.
    ///
    /// @param module the module, or null when it is not at hand
    /// @param source the source as it is written
    /// @param problem what to say when it is not at hand
    record Found(@Nullable Module module, String source, Optional<ModelProblem> problem) {

    }

    /// Reads all modules of a bundle.
    static ModuleTree of(Bundle bundle) {
        Map<String, List<BundleFile>> byDirectory = new LinkedHashMap<>();
        for (BundleFile file : bundle.files()) {
            if (ConfigurationFiles.isConfiguration(file)) {
                byDirectory.computeIfAbsent(Bundle.directory(file.uri()), (_) -> new ArrayList<>()).add(file);
            }
        }
        SequencedMap<String, Module> modules = new LinkedHashMap<>();
        byDirectory.forEach((directory, files) -> modules.put(directory,
                ConfigurationReader.read(directory, ConfigurationFiles.parsed(files), bundle.files().size() == 1)));
        return new ModuleTree(modules);
    }

    /// The module of a directory that has one.
    Module at(String directory) {
        return Objects.requireNonNull(this.modules.get(directory));
    }

    /// The outlines of all modules by directory.
    SequencedMap<String, ModuleOutline> outlines() {
        SequencedMap<String, ModuleOutline> outlines = new LinkedHashMap<>();
        this.modules.forEach((directory, module) -> outlines.put(directory, outline(module, new ArrayList<>())));
        return outlines;
    }

    private ModuleOutline outline(Module module, List<Module> open) {
        open.add(module);
        SequencedMap<String, ModuleOutline.Call> calls = new LinkedHashMap<>();
        module.calls().forEach((name, block) -> {
            Module called = target(module, block).map(this.modules::get).orElse(null);
            boolean usable = called != null && !open.contains(called) && open.size() < MAX_DEPTH;
            String source = source(block);
            calls.put(name, new ModuleOutline.Call(source == null ? "" : source,
                    called != null && usable ? outline(called, open) : null));
        });
        open.removeLast();
        return new ModuleOutline(new LinkedHashSet<>(module.resources().keySet()),
                new LinkedHashSet<>(module.variables().keySet()), new LinkedHashSet<>(module.outputs().keySet()),
                calls);
    }

    /// The directories that a module uses.
    SequencedSet<String> reachable(String directory) {
        SequencedSet<String> reached = new LinkedHashSet<>();
        reach(directory, calls(), reached);
        return reached;
    }

    private Map<String, SequencedSet<String>> calls() {
        Map<String, SequencedSet<String>> calls = new HashMap<>();
        this.modules.forEach((directory, module) -> {
            SequencedSet<String> own = new LinkedHashSet<>();
            module.calls().values().forEach((block) -> target(module, block).ifPresent(own::add));
            calls.put(directory, own);
        });
        return calls;
    }

    /// The roots, in the order of the bundle. Modules that only call one another have the
    /// first of them as root.
    List<Module> roots() {
        Map<String, SequencedSet<String>> calls = calls();
        SequencedSet<String> called = new LinkedHashSet<>();
        calls.forEach(
                (directory, own) -> own.stream().filter((target) -> !target.equals(directory)).forEach(called::add));
        List<Module> roots = new ArrayList<>();
        SequencedSet<String> reached = new LinkedHashSet<>();
        for (boolean cycles : new boolean[] { false, true }) {
            this.modules.forEach((directory, module) -> {
                if (!reached.contains(directory) && (cycles || !called.contains(directory))) {
                    roots.add(module);
                    reach(directory, calls, reached);
                }
            });
        }
        return roots;
    }

    private static void reach(String from, Map<String, SequencedSet<String>> calls, SequencedSet<String> reached) {
        List<String> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            String at = open.removeLast();
            if (reached.add(at)) {
                open.addAll(calls.getOrDefault(at, new LinkedHashSet<>()));
            }
        }
    }

    private Optional<String> target(Module module, ConfigBlock block) {
        String source = source(block);
        return source == null || !isLocal(source) ? Optional.empty()
                : Bundle.resolve(module.directory(), source).filter(this.modules::containsKey);
    }

    private static @Nullable String source(ConfigBlock block) {
        Part.Argument argument = block.argument("source");
        return argument != null && argument.value() instanceof Expression.Template template ? template.constant()
                : null;
    }

    private static boolean isLocal(String source) {
        return source.startsWith("./") || source.startsWith("../") || source.equals(".") || source.equals("..")
                || source.startsWith(".\\") || source.startsWith("..\\");
    }

    /// The module that a call means.
    Found called(Module caller, ConfigBlock block) {
        String source = source(block);
        String name = block.label(0);
        if (source == null) {
            return missing(block, "module `" + name + "` has no `source` that is a text, so it was not looked at", "");
        }
        if (!isLocal(source)) {
            return missing(block, "module `" + name + "` comes from `" + source
                    + "`, which is not in the files given: its resources were not looked at", source);
        }
        Optional<String> directory = Bundle.resolve(caller.directory(), source);
        Module module = directory.map(this.modules::get).orElse(null);
        return module != null ? new Found(module, source, Optional.empty()) : missing(block, "the directory `" + source
                + "` of module `" + name + "` is not in the files given: its resources were not looked at", source);
    }

    private static Found missing(ConfigBlock block, String message, String source) {
        return new Found(null, source,
                Optional.of(ModelProblem.ofDocument(ModelProblem.Kind.NOTICE, message, block.header(Pointer.ROOT))));
    }

    /// All modules, in the order of the bundle.
    List<Module> all() {
        return List.copyOf(this.modules.values());
    }

}

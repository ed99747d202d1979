package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.hcl.Body;

/// Reads the files of one directory into a [Module]: sorts out the blocks, works the override files in and finds what is
/// declared twice.
final class ConfigurationReader {

    private final String directory;

    private final List<SourceFile> files = new ArrayList<>();

    private final SequencedMap<String, ConfigBlock> variables = new LinkedHashMap<>();

    private final SequencedMap<String, Part.Argument> locals = new LinkedHashMap<>();

    private final SequencedMap<String, ConfigBlock> outputs = new LinkedHashMap<>();

    private final SequencedMap<String, ConfigBlock> resources = new LinkedHashMap<>();

    private final SequencedMap<String, ConfigBlock> calls = new LinkedHashMap<>();

    private final SequencedMap<String, ConfigBlock> providers = new LinkedHashMap<>();

    private final List<ModelProblem> problems = new ArrayList<>();

    private ConfigurationReader(String directory) {
        this.directory = directory;
    }

    /// One parsed file.
    ///
    /// @param override whether its blocks are worked into those of the other files
    record ParsedFile(SourceFile source, Body body, boolean override) {

    }

    /// Reads a directory.
    /// @param files its files in the order in which Terraform reads them
    /// @param open whether files may be missing
    static Module read(String directory, List<ParsedFile> files, boolean open) {
        ConfigurationReader reader = new ConfigurationReader(directory);
        files.stream().filter((file) -> !file.override()).forEach(reader::read);
        files.stream().filter(ParsedFile::override).forEach(reader::read);
        return new Module(directory, reader.files, reader.variables, reader.locals, reader.outputs, reader.resources,
                reader.calls, List.copyOf(reader.providers.values()), reader.problems, open);
    }

    private void read(ParsedFile file) {
        this.files.add(file.source());
        for (Body.Block block : file.body().blocks()) {
            switch (block.type().text()) {
                case "variable" -> named(file, block, this.variables, "variable");
                case "output" -> named(file, block, this.outputs, "output");
                case "module" -> named(file, block, this.calls, "module call");
                case "resource" -> resource(file, block, "");
                case "data" -> resource(file, block, "data.");
                case "provider" -> provider(file, block);
                case "locals" -> block.body().attributes().forEach((attribute) -> local(file, attribute));
                default -> {
                }
            }
        }
    }

    private void named(ParsedFile file, Body.Block block, Map<String, ConfigBlock> into, String what) {
        if (labelled(file, block, 1)) {
            put(file, block, into, block.labels().getFirst().text(), what);
        }
    }

    private void resource(ParsedFile file, Body.Block block, String prefix) {
        if (labelled(file, block, 2)) {
            String type = block.labels().getFirst().text();
            put(file, block, this.resources, prefix + type + "." + block.labels().get(1).text(),
                    prefix.isEmpty() ? "resource" : "data source");
        }
    }

    private void put(ParsedFile file, Body.Block block, Map<String, ConfigBlock> into, String name, String what) {
        ConfigBlock added = ConfigBlock.of(file.source(), block);
        ConfigBlock known = into.get(name);
        if (known == null) {
            into.put(name, added);
        }
        else if (file.override()) {
            into.put(name, known.overriddenBy(added));
        }
        else {
            problem(file.source(), block.headerSpan(),
                    "duplicate " + what + " `" + name + "`: it is declared already in `" + known.source().uri()
                            + "`, line " + line(known) + "; names must be unique in a module");
        }
    }

    private static int line(ConfigBlock block) {
        return block.source().lines().position(block.block().span().start()).line();
    }

    private void provider(ParsedFile file, Body.Block block) {
        if (labelled(file, block, 1)) {
            ConfigBlock added = ConfigBlock.of(file.source(), block);
            Part.Argument alias = added.argument("alias");
            String key = block.labels().getFirst().text()
                    + (alias == null ? "" : "." + file.source().textAt(alias.value().span()));
            ConfigBlock known = this.providers.get(key);
            this.providers.put(key, known == null ? added : known.overriddenBy(added));
        }
    }

    private void local(ParsedFile file, Body.Attribute attribute) {
        String name = attribute.name().text();
        Part.Argument known = this.locals.get(name);
        if (known != null && !file.override()) {
            problem(file.source(), attribute.name().span(),
                    "duplicate local value `" + name + "`: it is defined already in `" + known.source().uri() + "`");
            return;
        }
        this.locals.put(name, new Part.Argument(file.source(), attribute));
    }

    private boolean labelled(ParsedFile file, Body.Block block, int labels) {
        if (block.labels().size() == labels) {
            return true;
        }
        problem(file.source(), block.headerSpan(), "a `" + block.type().text() + "` block has " + block.labels().size()
                + " labels, expected " + (labels == 1 ? "its name" : "type and name"));
        return false;
    }

    private void problem(SourceFile source, Span span, String message) {
        this.problems.add(ModelProblem.ofDocument(ModelProblem.Kind.UNRECOGNISED, message,
                new Origin(source, span, Pointer.ROOT)));
    }

}

package dev.rolewire.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.rolewire.analysis.InputFile;
import dev.rolewire.model.Dialect;

/// One file of `src/test/resources/fixtures/<rule-id>/`, named `<kind>-<what>.<format>`.
///
/// @param path the file
/// @param ruleId the rule that it belongs to
/// @param kind what it shows
/// @param format what it is written in
public record Fixture(Path path, String ruleId, Kind kind, Format format) {

    /// How a configuration begins that is only what the plan beside it was made of; the
    /// rest of the line says why it is no fixture of its own.
    private static final String ONLY_SOURCE = "# Only the source of the plan beside it: ";

    private static final String SIDECAR = ".expected";

    /// What a fixture shows.
    public enum Kind {

        /// The rule has a finding.
        FAIL,
        /// No rule has a finding, unless marked.
        PASS,
        /// A slot is unchecked and the rule is silent.
        UNKNOWN;

        String prefix() {
            return name().toLowerCase(Locale.ROOT) + "-";
        }

    }

    /// What a fixture is written in.
    public enum Format {

        CFN_YAML(".cfn.yaml", Dialect.CLOUDFORMATION), CFN_JSON(".cfn.json", Dialect.CLOUDFORMATION),
        HCL(".tf", Dialect.TERRAFORM_HCL), PLAN(".plan.json", Dialect.TERRAFORM_PLAN),
        STATE(".state.json", Dialect.TERRAFORM_STATE);

        private final String suffix;

        private final Dialect dialect;

        Format(String suffix, Dialect dialect) {
            this.suffix = suffix;
            this.dialect = dialect;
        }

        public Dialect.Family family() {
            return this.dialect.family();
        }

        boolean hasMarkers() {
            return this == CFN_YAML || this == HCL;
        }

    }

    /// All fixtures, sorted by path.
    /// @throws IllegalArgumentException when a file there is neither a fixture nor
    /// belongs
    /// to one
    public static List<Fixture> all() {
        return in(Repository.testResources().resolve("fixtures"));
    }

    /// The fixtures of a directory whose directories are rule ids.
    static List<Fixture> in(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().flatMap((file) -> of(file).stream()).toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static List<Fixture> of(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(SIDECAR)) {
            belongs(file, name);
            return List.of();
        }
        if (name.endsWith(Format.HCL.suffix) && Repository.read(file).startsWith(ONLY_SOURCE)) {
            return List.of();
        }
        String ruleId = file.getName(file.getNameCount() - 2).toString();
        for (Kind kind : Kind.values()) {
            for (Format format : Format.values()) {
                if (name.startsWith(kind.prefix()) && name.endsWith(format.suffix)) {
                    return List.of(new Fixture(file, ruleId, kind, format));
                }
            }
        }
        throw new IllegalArgumentException(
                file + ": expected {fail,pass,unknown}-<what>{.cfn.yaml,.cfn.json,.plan.json,.state.json,.tf}");
    }

    private static void belongs(Path file, String name) {
        String fixture = name.substring(0, name.length() - SIDECAR.length());
        if (!Files.exists(file.resolveSibling(fixture))) {
            throw new IllegalArgumentException(file + " stands beside no " + fixture);
        }
    }

    /// The path below the fixtures' directory, with forward slashes.
    public String name() {
        return this.ruleId + "/" + this.path.getFileName();
    }

    /// The fixture as a file of a request.
    public InputFile input() {
        try {
            return new InputFile(name(), Files.readAllBytes(this.path));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /// The fixture as the files of a request: a configuration has the files of its
    /// modules below comments with their
    /// paths, `# modules/role/main.tf`.
    List<InputFile> inputs() {
        return this.format == Format.HCL ? ModuleFiles.of(name(), text()) : List.of(input());
    }

    public String text() {
        return Repository.read(this.path);
    }

    /// The Terraform configuration that a plan was made of, beside it; it may be missing.
    Path configuration() {
        String name = this.path.getFileName().toString();
        return this.path.resolveSibling(name.substring(0, name.length() - this.format.suffix.length()) + ".tf");
    }

    Path sidecar() {
        return this.path.resolveSibling(this.path.getFileName() + SIDECAR);
    }

    String sidecarText() {
        return Files.exists(sidecar()) ? Repository.read(sidecar()) : "";
    }

    /// What the fixture asks for and expects.
    Expectations expectations() {
        try {
            return this.format.hasMarkers() ? Markers.parse(text()) : Sidecar.parse(sidecarText());
        }
        catch (IllegalArgumentException ex) {
            throw new IllegalArgumentException(name() + ", " + ex.getMessage(), ex);
        }
    }

    @Override
    public String toString() {
        return name();
    }

}

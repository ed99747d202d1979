package dev.rolewire.testing.fix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.rolewire.analysis.InputFile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The fix proof on real templates and modules. It runs only when it is named, and needs `-Drolewire.corpus=DIRECTORY`;
/// README says more.
class FixProofReport {

    private static final Path REPORT = Path.of("target", "fix-proof.txt");

    private static final double OFFERED = 0.90;

    private static final double MENDED = 0.99;

    @Test
    void whatIsOfferedMends() throws IOException {
        String directory = System.getProperty("rolewire.corpus");
        assertThat(directory).as("-Drolewire.corpus=DIRECTORY").isNotNull();
        int every = Integer.getInteger("rolewire.fix-proof.every", 1);
        FixProof proof = new FixProof();
        List<CorrectInput> inputs = inputs(Path.of(directory));
        for (int i = 0; i < inputs.size(); i += every) {
            proof.take(inputs.get(i));
        }
        FixProof asFound = new FixProof();
        inputs.forEach(asFound::mend);
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, proof.table() + "\n" + String.join("\n", proof.failures()) + "\n" + asFound.table()
                + String.join("\n", asFound.failures()) + "\n");
        System.out.print(proof.table() + asFound.table());
        assertThat(proof.counts()).isNotEmpty().allSatisfy((name, count) -> {
            assertThat(count.offeredShare()).as("offered, " + name).isGreaterThanOrEqualTo(OFFERED);
            assertThat(count.mendedShare()).as("mended, " + name).isGreaterThanOrEqualTo(MENDED);
        });
    }

    /// Each template alone, each directory of Terraform configuration; one with modules
    /// below it as a whole.
    private static List<CorrectInput> inputs(Path root) throws IOException {
        List<CorrectInput> inputs = new ArrayList<>();
        SortedMap<String, List<InputFile>> modules = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (name.matches(".*\\.(ya?ml|json|template)") && name.contains("cfn") && !name.contains("hcl/")) {
                    inputs.add(new CorrectInput(name, List.of(new InputFile(name, Files.readAllBytes(file)))));
                }
                else if (name.matches(".*\\.(tf|json|tpl|tftpl)") && name.matches("(.*/)?(hcl|modules)/.*")) {
                    String group = name.replaceFirst("^((?:.*/)?modules/[^/]+)/.*", "$1")
                        .replaceFirst("^((?:.*/)?hcl/.*)/[^/]*$", "$1");
                    modules.computeIfAbsent(group, (_) -> new ArrayList<>())
                        .add(new InputFile(name, Files.readAllBytes(file)));
                }
            }
        }
        modules.forEach((group, files) -> inputs.add(new CorrectInput(group, files)));
        return inputs;
    }

}

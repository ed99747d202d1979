package dev.rolewire.web.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApiKeySourceTests {

    /// The SHA-256 digest of `abc`, from FIPS 180-2.
    private static final String ABC = "{sha256}ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void readsAMountedSecret(@TempDir Path directory) throws IOException {
        Path data = Files.createDirectory(directory.resolve("..2026"));
        Files.writeString(data.resolve("pipeline"), ABC + "\n");
        Files.createSymbolicLink(directory.resolve("..data"), data.getFileName());
        Files.createSymbolicLink(directory.resolve("pipeline"), Path.of("..data", "pipeline"));
        ApiKeys keys = new ApiKeySource(access(Map.of(), directory.toString())).keys();
        assertThat(keys.client("abc")).contains("pipeline");
        assertThat(keys.client("abd")).isEmpty();
    }

    @Test
    void startsOnlyWithKeysThatAreHashes(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("keys");
        assertThatThrownBy(() -> new ApiKeySource(access(Map.of(), file.toString())))
            .hasMessageContaining("api-keys-file");
        for (String wrong : List.of("", "# nothing\n", "a abc\n", "a {sha256}abc\n", "a " + ABC + "\na " + ABC + "\n",
                "a b " + ABC + "\n", "../a " + ABC + "\n", "a {md5}" + ABC.substring(8) + "\n")) {
            Files.writeString(file, wrong);
            assertThatThrownBy(() -> new ApiKeySource(access(Map.of(), file.toString()))).as(wrong)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rolewire.access.")
                .hasMessageNotContaining("ba7816bf");
        }
        assertThatThrownBy(() -> new ApiKeySource(access(Map.of(), null))).hasMessageContaining("there are no keys");
        assertThat(new ApiKeySource(access(Map.of("a", ABC), null)).keys().client("abc")).contains("a");
    }

    private static Access access(Map<String, String> keys, @org.jspecify.annotations.Nullable String file) {
        return new Access(Access.Mode.API_KEY, keys, file,
                new Access.Jwt(null, null, List.of(), "rolewire.analyse", Duration.ofMinutes(5)));
    }

}

package dev.rolewire.syntax.hcl.comparison;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// HashiCorp's own HCL parser: the npm package `@cdktf/hcl2json`, which is WebAssembly, run by Node.js.
final class HashiCorpParser implements AutoCloseable {

    private static final String SCRIPT = """
            const {parse} = require('@cdktf/hcl2json');
            require('readline').createInterface({input: process.stdin}).on('line', async (line) => {
              let answer;
              try { answer = {value: await parse('x.tf', JSON.parse(line))}; } catch (e) { answer = {error: e.message}; }
              process.stdout.write(JSON.stringify(answer) + '\\n');
            }).on('close', () => process.exit(0));
            """;

    private final JsonMapper json = JsonMapper.builder().build();

    private final Process node;

    private final Writer input;

    private final BufferedReader output;

    private HashiCorpParser(Process node) {
        this.node = node;
        this.input = new OutputStreamWriter(node.getOutputStream(), StandardCharsets.UTF_8);
        this.output = node.inputReader(StandardCharsets.UTF_8);
    }

    /// Starts it.
    /// @param directory where the package was installed, with its `node_modules`
    static HashiCorpParser start(Path directory) throws IOException {
        return new HashiCorpParser(new ProcessBuilder("node", "-e", SCRIPT).directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
    }

    /// What it says of a text.
    ///
    /// @param refusal its message when it is a syntax error, or null
    /// @param value the converted text, or null
    /// @param converted whether there is a value; the converter fails on some texts that
    /// the parser takes
    record Answer(@Nullable String refusal, @Nullable JsonNode value, boolean converted) {

    }

    Answer parse(String text) {
        try {
            this.input.write(this.json.writeValueAsString(text) + "\n");
            this.input.flush();
            String line = this.output.readLine();
            if (line == null) {
                throw new IOException("Node.js ended");
            }
            JsonNode answer = this.json.readTree(line);
            if (answer.has("value")) {
                return new Answer(null, answer.get("value"), true);
            }
            String error = answer.get("error").asString();
            return error.startsWith("parse config:") ? new Answer(error, null, false) : new Answer(null, null, false);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public void close() {
        this.node.destroy();
    }

}

package dev.rolewire.web.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The API keys as they are now. A file or mounted Secret is looked at again once a second at most, when a call comes: a key
/// that is added works within a second, and one that is taken out no longer does, without a restart. A file that cannot be
/// read any more leaves the keys as they were, and is logged once.
final class ApiKeySource {

    private static final Logger LOGGER = LoggerFactory.getLogger(ApiKeySource.class);

    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(1);

    private static final long LARGEST = 1 << 20;

    private final Map<String, String> configured;

    private final @Nullable Path file;

    private final ReentrantLock lock = new ReentrantLock();

    private volatile ApiKeys keys;

    private volatile long lookedAt = System.nanoTime();

    private SequencedMap<String, String> read;

    private boolean failing;

    /// Reads the keys.
    /// @throws IllegalStateException when there are none, or what is there cannot be read
    ApiKeySource(Access access) {
        this.configured = access.apiKeys();
        this.file = (access.apiKeysFile() == null || access.apiKeysFile().isBlank()) ? null
                : Path.of(access.apiKeysFile());
        try {
            this.read = readFile();
            this.keys = all(this.read);
        }
        catch (IOException | IllegalArgumentException wrong) {
            throw new IllegalStateException("`rolewire.access.api-keys-file` cannot be used: " + wrong.getMessage(),
                    wrong);
        }
        if (this.keys.isEmpty()) {
            throw new IllegalStateException(
                    "`rolewire.access.mode` is `api-key`, but there are no keys: set `rolewire.access.api-keys-file`");
        }
    }

    /// The keys.
    ApiKeys keys() {
        if (this.file != null && System.nanoTime() - this.lookedAt > LOOKED_AT_EVERY.toNanos() && this.lock.tryLock()) {
            try {
                this.lookedAt = System.nanoTime();
                refresh();
            }
            finally {
                this.lock.unlock();
            }
        }
        return this.keys;
    }

    private void refresh() {
        try {
            SequencedMap<String, String> now = readFile();
            this.failing = false;
            if (!now.equals(this.read)) {
                this.keys = all(now);
                this.read = now;
                LOGGER.info("the API keys have changed: {} clients", now.size() + this.configured.size());
            }
        }
        catch (IOException | IllegalArgumentException wrong) {
            if (!this.failing) {
                LOGGER.error("the API keys stay as they were: {}", wrong.toString());
            }
            this.failing = true;
        }
    }

    private ApiKeys all(SequencedMap<String, String> fromFile) {
        SequencedMap<String, String> all = new LinkedHashMap<>(this.configured);
        all.putAll(fromFile);
        return ApiKeys.of(all);
    }

    private SequencedMap<String, String> readFile() throws IOException {
        if (this.file == null) {
            return new LinkedHashMap<>();
        }
        return Files.isDirectory(this.file) ? readDirectory(this.file) : ApiKeys.lines(text(this.file));
    }

    /// A mounted Secret: a file a client. What starts with a dot belongs to the volume.
    private static SequencedMap<String, String> readDirectory(Path directory) throws IOException {
        SequencedMap<String, String> encoded = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> secrets = files.filter((each) -> !each.getFileName().toString().startsWith("."))
                .filter(Files::isRegularFile)
                .sorted()
                .toList();
            for (Path secret : secrets) {
                encoded.put(secret.getFileName().toString(), text(secret).strip());
            }
        }
        catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        return encoded;
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("the file of the API keys is larger than 1 MB");
        }
        return Files.readString(file);
    }

}

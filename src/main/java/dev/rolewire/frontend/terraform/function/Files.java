package dev.rolewire.frontend.terraform.function;

import java.util.List;
import java.util.Optional;

/// The files that functions such as `file` and `fileset` see.
public interface Files {

    /// No files at all.
    Files NONE = new Files() {
        @Override
        public Optional<byte[]> read(String path) {
            return Optional.empty();
        }

        @Override
        public List<String> below(String directory) {
            return List.of();
        }
    };

    /// The content of a file, not to be changed, or empty when it is not at hand.
    /// @param path as the configuration gives it: relative to the root module's directory
    Optional<byte[]> read(String path);

    /// The files at hand below a directory, in any order.
    /// @param directory as the configuration gives it: relative to the root module's
    /// directory
    /// @return their paths relative to that directory, with forward slashes
    List<String> below(String directory);

}

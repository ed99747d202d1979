package dev.rolewire.edit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// The parts of a Terraform address.
///
/// @param module the path of its module, with a dot at its end; empty in the root module
/// @param data whether it is a data source
/// @param type its type
/// @param label its name
/// @param key its instance key with brackets; empty when it has none
record ResourceName(String module, boolean data, String type, String label, String key) {

    private static final String KEY = "(?:\\[(?:\\d+|\"(?:[^\"\\\\]|\\\\.)*\")])";

    private static final Pattern ADDRESS = Pattern.compile("(?<module>(?:module\\.[\\w-]+" + KEY
            + "?\\.)*)(?<data>data\\.)?(?<type>[\\w-]+)\\.(?<label>[\\w-]+)" + "(?<key>" + KEY + "?)");

    /// Takes an address apart; null when it is none of a resource.
    static @Nullable ResourceName of(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        return matcher.matches() ? new ResourceName(matcher.group("module"), matcher.group("data") != null,
                matcher.group("type"), matcher.group("label"), matcher.group("key")) : null;
    }

    /// The block in its module: `aws_iam_role.web`, `data.aws_iam_role.web`.
    String block() {
        return (this.data ? "data." : "") + this.type + "." + this.label;
    }

    boolean isOfBlock(ResourceName other) {
        return this.module.equals(other.module) && block().equals(other.block());
    }

}

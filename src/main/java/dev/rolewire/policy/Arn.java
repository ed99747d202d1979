package dev.rolewire.policy;

import org.jspecify.annotations.Nullable;

/// The parts of an Amazon Resource Name: `arn:partition:service:region:account:resource` (AWS General Reference, "ARN
/// format").
///
/// @param partition such as `aws`
/// @param service such as `iam`
/// @param region may be empty
/// @param account may be empty
/// @param resource all that follows the fifth colon
public record Arn(String partition, String service, String region, String account, String resource) {

    /// Reads an ARN.
    /// @return null when the text does not start with `arn:` or has fewer than six parts
    public static @Nullable Arn parse(String text) {
        if (!text.startsWith("arn:")) {
            return null;
        }
        String[] parts = text.split(":", 6);
        if (parts.length < 6) {
            return null;
        }
        return new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]);
    }

    @Override
    public String toString() {
        return String.join(":", "arn", this.partition, this.service, this.region, this.account, this.resource);
    }

}

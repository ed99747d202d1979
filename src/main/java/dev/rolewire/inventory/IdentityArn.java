package dev.rolewire.inventory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rolewire.catalog.IdentityKind;
import org.jspecify.annotations.Nullable;

/// The ARN of an identity that exists (IAM User Guide, "IAM identifiers": `arn:partition:iam::account:type/path/name`).
///
/// @param text the whole ARN
/// @param partition such as `aws`
/// @param account twelve digits, or `aws` for what belongs to AWS
/// @param kind what it names
/// @param path with a slash at both ends; `/` when there is none
/// @param name what follows the last slash
public record IdentityArn(String text, String partition, String account, IdentityKind kind, String path, String name) {

    private static final int LONGEST = 2048;

    private static final Pattern FORM = Pattern.compile(
            "arn:(aws[a-z-]*):iam::([0-9]{12}|aws):(role|instance-profile|policy|user|group)((?:/[^/]+)*/)([^/]+)");

    /// Reads an ARN.
    /// @return null when it is none of an identity
    public static @Nullable IdentityArn parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            return null;
        }
        return new IdentityArn(text, matcher.group(1), matcher.group(2), kind(matcher.group(3)), matcher.group(4),
                matcher.group(5));
    }

    private static IdentityKind kind(String type) {
        return switch (type) {
            case "role" -> IdentityKind.ROLE;
            case "instance-profile" -> IdentityKind.INSTANCE_PROFILE;
            case "policy" -> IdentityKind.POLICY;
            case "user" -> IdentityKind.USER;
            case "group" -> IdentityKind.GROUP;
            default -> throw new IllegalArgumentException(type);
        };
    }

}

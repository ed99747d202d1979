package dev.rolewire.catalog.maintenance;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether a property looks as if it took an IAM identity: by its name, or by what the schema says of its text.
///
/// Names of users and groups alone say nothing (databases, directories and hosts have them too); such a property is seen
/// when the schema speaks of IAM, or when it wants an ARN.
final class IdentityLike {

    /// Names, as lower-case words joined by spaces.
    private static final Pattern NAME = Pattern.compile("\\broles?\\b|\\binstance profiles?\\b|\\biam \\w|\\w iam\\b"
            + "|\\bprincipals?\\b|\\bgrantees?\\b|\\bpolic(y|ies) arns?\\b|\\b(user|identity|owner) arns?\\b"
            + "|\\bcredentials arns?\\b|\\bpermissions? boundary\\b");

    /// What is said about an identity and is none.
    private static final Pattern ABOUT = Pattern.compile("\\b(type|path|password|claim|tags)$");

    private static final Pattern HINT = Pattern.compile("AWS::IAM::(Role|InstanceProfile|User|Group|ManagedPolicy)"
            + "|:iam:.*(role|instance-profile|user|group|policy)|:?role[\\\\(\\[]*/|instance-profile");

    private IdentityLike() {
    }

    static boolean test(SchemaProperty property) {
        String words = words(property.name());
        boolean named = NAME.matcher(words).find() && !ABOUT.matcher(words).find();
        return property.text() && (named || HINT.matcher(property.hints()).find());
    }

    /// `IAMRoleARNs` and `iam_role_arns` are both `iam role arns`.
    static String words(String name) {
        String cut = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2");
        return String.join(" ", List.of(cut.replaceAll("[_.-]", " ").toLowerCase(Locale.ROOT).split(" +")))
            .replace("ar ns", "arns");
    }

}

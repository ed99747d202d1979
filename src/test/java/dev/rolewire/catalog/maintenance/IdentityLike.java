package dev.rolewire.catalog.maintenance;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether a property looks as if it took an IAM identity: by its name, or by what the schema says of its text.
///
/// A name that says little (`Arn`, `Name`, `Include`) is read together with the one before it. Names of users and groups
/// count in the types of IAM only: databases, directories and hosts have them too. Of the slots of the catalog that a
/// schema knows, all but those in generic pairs of key and value are found so, and a handful.
final class IdentityLike {

    /// Names, as lower-case words joined by spaces.
    private static final Pattern NAME = Pattern.compile("\\broles?\\b|\\binstance profiles?\\b|\\biam \\w|\\w iam\\b"
            + "|\\bprincipals?\\b|\\bgrantees?\\b|\\bpolic(y|ies) arns?\\b|\\b(user|identity|owner|caller) arns?\\b"
            + "|\\bcredentials( arns?)?$|\\bpermissions? boundary\\b|\\b(managed|guardrail) policies$|\\badmins$");

    private static final Pattern IAM_TYPE = Pattern.compile("^(AWS::IAM::|aws_iam_)");

    private static final Pattern IAM_NAME = Pattern.compile("\\b(users?|groups?)( names?)?$|^username$");

    /// What is said about an identity and is none.
    private static final Pattern ABOUT = Pattern.compile("\\b(type|path|password|claim|tags)$");

    private static final Pattern SAYS_LITTLE = Pattern.compile("(?i)arns?|names?|include|exclude|identifier");

    private static final Pattern HINT = Pattern.compile("AWS::IAM::(Role|InstanceProfile|User|Group|ManagedPolicy)"
            + "|:iam:.*(role|instance-profile|user|group|policy)|:?role[\\\\(\\[]*/|instance-profile");

    private IdentityLike() {
    }

    static boolean test(SchemaProperty property) {
        if (!property.text()) {
            return false;
        }
        List<String> names = property.path()
            .stream()
            .filter((segment) -> !segment.equals("*") && !segment.equals("{}"))
            .toList();
        if (names.isEmpty()) {
            return false;
        }
        String last = names.getLast();
        boolean alone = names.size() == 1 || !SAYS_LITTLE.matcher(last).matches();
        String words = words(alone ? last : names.get(names.size() - 2) + "_" + last);
        boolean named = NAME.matcher(words).find()
                || (IAM_TYPE.matcher(property.type()).find() && IAM_NAME.matcher(words).find());
        return (named && !ABOUT.matcher(words).find()) || HINT.matcher(property.hints()).find();
    }

    /// `IAMRoleARNs` and `iam_role_arns` are both `iam role arns`.
    static String words(String name) {
        String cut = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2");
        return String.join(" ", List.of(cut.replaceAll("[_.-]", " ").toLowerCase(Locale.ROOT).split(" +")))
            .replace("ar ns", "arns");
    }

}

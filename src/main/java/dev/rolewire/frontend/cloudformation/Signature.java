package dev.rolewire.frontend.cloudformation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What an intrinsic function takes (CloudFormation Template Reference, "Intrinsic function reference" and "Rule-specific
/// intrinsic functions").
///
/// @param name `Ref`, `Condition`, or the name with `Fn::`
/// @param arguments what each argument is; for a function that is given one value without a list around it that value
/// @param least how many arguments must be there
/// @param most how many may be there; beyond [#arguments()] all are like the last
/// @param alone whether it is given one value without a list around it
/// @param needsExtensions whether it exists only in templates with `Transform: AWS::LanguageExtensions`
/// @param usage the arguments in words, for messages
record Signature(String name, List<Argument> arguments, int least, int most, boolean alone, boolean needsExtensions,
        String usage) {

    private static final Map<String, Signature> ALL = new LinkedHashMap<>();

    /// What an argument is.
    enum Argument {

        /// A text written out; a function only with `AWS::LanguageExtensions`.
        NAME("a text"),
        /// A text, or a function that yields one.
        TEXT("a text"),
        /// A text, or nothing, or a function that yields one.
        REGION("a Region"),
        /// A whole number, or a function that yields one.
        NUMBER("a number"),
        /// A list, or a function that yields one.
        LIST("a list"),
        /// A map.
        MAP("a map"),
        /// A condition function.
        CONDITION("a condition"),
        /// The name of a condition, written out.
        CONDITION_NAME("the name of a condition"),
        /// Whatever.
        ANY("a value");

        private final String words;

        Argument(String words) {
            this.words = words;
        }

        /// What is expected, in words.
        String words() {
            return this.words;
        }

    }

    static {
        alone("Ref", Argument.NAME, "the name of a parameter or resource");
        alone("Condition", Argument.CONDITION_NAME, "the name of a condition");
        alone("Fn::Base64", Argument.TEXT, "a text");
        alone("Fn::GetAZs", Argument.REGION, "a Region");
        alone("Fn::ImportValue", Argument.TEXT, "the name of an export");
        alone("Fn::RefAll", Argument.TEXT, "a parameter type");
        alone(Call.TRANSFORM, Argument.ANY, "a map with `Name`");
        alone("Fn::GetStackOutput", Argument.ANY, "a map with `StackName` and `OutputName`");
        extension("Fn::Length", Argument.LIST, "a list");
        extension("Fn::ToJsonString", Argument.ANY, "a map or list");
        listed("Fn::And", 2, 10, "2 to 10 conditions", Argument.CONDITION);
        listed("Fn::Or", 2, 10, "2 to 10 conditions", Argument.CONDITION);
        listed("Fn::Not", 1, 1, "one condition in a list", Argument.CONDITION);
        listed("Fn::Equals", 2, 2, "two values", Argument.ANY, Argument.ANY);
        listed("Fn::If", 3, 3, "the name of a condition, the value if true and the value if false",
                Argument.CONDITION_NAME, Argument.ANY, Argument.ANY);
        listed("Fn::Cidr", 2, 3, "an IP block, a count and perhaps a number of bits", Argument.TEXT, Argument.TEXT,
                Argument.TEXT);
        listed("Fn::FindInMap", 3, 3, "a mapping, a key and a second key", Argument.TEXT, Argument.TEXT, Argument.TEXT,
                Argument.MAP);
        listed("Fn::Join", 2, 2, "a delimiter and a list", Argument.NAME, Argument.LIST);
        listed("Fn::Select", 2, 2, "an index and a list", Argument.NUMBER, Argument.LIST);
        listed("Fn::Split", 2, 2, "a delimiter and a text", Argument.NAME, Argument.TEXT);
        listed("Fn::Sub", 2, 2, "a text, or a text and a map of variables", Argument.NAME, Argument.MAP);
        listed("Fn::GetAtt", 2, 2, "the name of a resource and an attribute", Argument.NAME, Argument.TEXT);
        listed("Fn::Contains", 2, 2, "a list and a text", Argument.LIST, Argument.ANY);
        listed("Fn::EachMemberEquals", 2, 2, "a list and a text", Argument.LIST, Argument.ANY);
        listed("Fn::EachMemberIn", 2, 2, "two lists", Argument.LIST, Argument.LIST);
        listed("Fn::ValueOf", 2, 2, "a parameter and an attribute", Argument.ANY, Argument.ANY);
        listed("Fn::ValueOfAll", 2, 2, "a parameter type and an attribute", Argument.ANY, Argument.ANY);
    }

    private static void alone(String name, Argument argument, String usage) {
        ALL.put(name, new Signature(name, List.of(argument), 1, 1, true, false, usage));
    }

    private static void extension(String name, Argument argument, String usage) {
        ALL.put(name, new Signature(name, List.of(argument), 1, 1, true, true, usage));
    }

    private static void listed(String name, int least, int most, String usage, Argument... arguments) {
        ALL.put(name, new Signature(name, List.of(arguments), least, most, false, false, usage));
    }

    /// The signature of a function, or null when CloudFormation has none of that name.
    static @Nullable Signature of(String name) {
        return ALL.get(name);
    }

    /// The function whose name is most like another, or null when none is.
    static @Nullable String nearest(String name) {
        for (String known : ALL.keySet()) {
            if (known.equalsIgnoreCase(name) || known.equalsIgnoreCase("Fn::" + name)
                    || isOneApart(known.substring(known.lastIndexOf(':') + 1), name.replace("Fn::", ""))) {
                return known;
            }
        }
        return null;
    }

    /// Whether one text becomes the other by one letter more, less or other.
    private static boolean isOneApart(String left, String right) {
        int start = 0;
        while (start < Math.min(left.length(), right.length()) && left.charAt(start) == right.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < Math.min(left.length(), right.length()) - start
                && left.charAt(left.length() - 1 - end) == right.charAt(right.length() - 1 - end)) {
            end++;
        }
        return Math.max(left.length(), right.length()) - start - end <= 1;
    }

    /// What the argument of an index is.
    Argument argument(int index) {
        return this.arguments.get(Math.min(index, this.arguments.size() - 1));
    }

}

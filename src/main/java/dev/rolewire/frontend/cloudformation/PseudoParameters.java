package dev.rolewire.frontend.cloudformation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.GuardVariable;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Partition;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// `AWS::Region` and its like: literals as far as the request says where the template goes, else references.
final class PseudoParameters {

    private static final String PREFIX = "AWS::";

    private static final String NO_VALUE = "AWS::NoValue";

    /// The names, and which characters a value is made of; what a value of this name can
    /// never contain decides where a text with it can be split.
    private static final Map<String, String> CHARACTERS = Map.of("AWS::Region", "a-z0-9-", "AWS::AccountId", "0-9",
            "AWS::Partition", "a-z-", "AWS::URLSuffix", "a-z0-9.-", "AWS::StackName", "A-Za-z0-9-");

    private static final List<String> OTHER_NAMES = List.of("AWS::StackId", "AWS::NotificationARNs", NO_VALUE);

    /// Those that are others in each stack of a deployment.
    private static final List<String> OF_THE_STACK = List.of("AWS::StackName", "AWS::StackId", "AWS::NotificationARNs");

    private final Map<String, String> known = new LinkedHashMap<>();

    private final Scope scope;

    PseudoParameters(Scope scope) {
        this.scope = scope;
        FrontendOptions options = scope.settings().options();
        String region = options.region();
        if (region != null) {
            Partition partition = Partition.ofRegion(region);
            this.known.put("AWS::Region", region);
            this.known.put("AWS::Partition", partition.id());
            this.known.put("AWS::URLSuffix", partition.urlSuffix());
        }
        if (options.accountId() != null) {
            this.known.put("AWS::AccountId", options.accountId());
        }
        String stackName = scope.settings().stackName();
        if (stackName != null && !scope.isNested()) {
            this.known.put("AWS::StackName", stackName);
        }
    }

    /// Whether a name can only be a pseudo parameter's.
    static boolean claims(String name) {
        return name.startsWith(PREFIX);
    }

    /// Whether all stacks of a deployment have the same value of a name.
    static boolean isShared(String name) {
        return CHARACTERS.containsKey(name) && !OF_THE_STACK.contains(name);
    }

    static boolean exists(String name) {
        return CHARACTERS.containsKey(name) || OTHER_NAMES.contains(name);
    }

    /// What a pseudo parameter yields.
    Value value(String name, Origin origin) {
        if (name.equals(NO_VALUE)) {
            return new Value.Absent(origin);
        }
        String literal = this.known.get(name);
        return literal != null ? Value.Literal.of(literal, origin) : new Value.Reference(
                this.scope.isRoot() || !OF_THE_STACK.contains(name) ? name : name + "(" + this.scope.prefix() + ")",
                "Ref", origin);
    }

    /// The id of the own stack written out, an ARN of which all is known but its last
    /// part; null for other names.
    @Nullable List<Value> writtenOut(String name, Origin origin) {
        if (!(value("AWS::StackId", origin) instanceof Value.Reference own) || !own.address().equals(name)) {
            return null;
        }
        return List.of(Value.Literal.of("arn:", origin), value("AWS::Partition", origin),
                Value.Literal.of(":cloudformation:", origin), value("AWS::Region", origin),
                Value.Literal.of(":", origin), value("AWS::AccountId", origin), Value.Literal.of(":stack/", origin),
                value("AWS::StackName", origin), Value.Literal.of("/", origin),
                new Value.Unknown(Reason.KNOWN_AFTER_APPLY, name, List.of(own), origin));
    }

    /// The variable of a pseudo parameter that is not known, for conditions on it; null
    /// when it is no text.
    @Nullable GuardVariable variable(String name) {
        if (!CHARACTERS.containsKey(name)) {
            return null;
        }
        return this.scope.deployment().guards().declare(name, GuardSpace.Kind.ENVIRONMENT, List.of(), false, null);
    }

    /// Whether a value of this name can contain a delimiter.
    static boolean mayContain(String name, String delimiter) {
        int stack = name.indexOf('(');
        String characters = CHARACTERS.get(stack < 0 ? name : name.substring(0, stack));
        return characters == null || delimiter.matches("[" + characters + "]*");
    }

}

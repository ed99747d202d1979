package dev.rolewire.policy;

import java.util.List;
import java.util.Locale;

import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Value;

/// Says which actions an identity policy allows, whatever the resources and conditions.
public final class PolicyActions {

    private final PolicyDocument policy;

    private PolicyActions(PolicyDocument policy) {
        this.policy = policy;
    }

    /// Reads a policy.
    public static PolicyActions of(Value policy, GuardSpace guards) {
        return new PolicyActions(PolicyDocument.of(policy, guards));
    }

    /// Whether a statement writes out that it allows one of these actions; `*` in an
    /// action is any text on both sides.
    public boolean allow(List<String> actions) {
        return this.policy.statements()
            .stream()
            .filter(PolicyActions::allows)
            .flatMap((statement) -> statement.action().items().stream())
            .anyMatch((item) -> item.value() instanceof Value.Literal && fits(item, actions));
    }

    /// Whether a statement may allow one of these actions, as far as can be known.
    public boolean mayAllow(List<String> actions) {
        return !this.policy.gaps().isEmpty() || this.policy.statements()
            .stream()
            .filter((statement) -> allows(statement) || !isWritten(statement.effect()))
            .anyMatch((statement) -> !statement.notAction().items().isEmpty()
                    || statement.action().items().stream().anyMatch((item) -> fits(item, actions)));
    }

    /// Whether all that it can allow begins so.
    public boolean allowsOnly(String prefix) {
        return this.policy.gaps().isEmpty() && this.policy.statements()
            .stream()
            .allMatch((statement) -> statement.notAction().items().isEmpty() && statement.action()
                .items()
                .stream()
                .allMatch((item) -> item.value() instanceof Value.Literal literal
                        && literal.text().toLowerCase(Locale.ROOT).startsWith(prefix)));
    }

    private static boolean allows(PolicyStatement statement) {
        return statement.effect()
            .items()
            .stream()
            .anyMatch((item) -> item.value() instanceof Value.Literal literal && literal.text().equals("Allow"));
    }

    private static boolean isWritten(PolicyElement element) {
        return element.items().stream().allMatch((item) -> item.value() instanceof Value.Literal);
    }

    private static boolean fits(PolicyItem item, List<String> actions) {
        String pattern = TextPattern.of(item.value()).text().toLowerCase(Locale.ROOT);
        return actions.stream().anyMatch((action) -> TextPattern.intersect(pattern, action.toLowerCase(Locale.ROOT)));
    }

}

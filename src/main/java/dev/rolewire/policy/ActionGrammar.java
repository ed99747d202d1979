package dev.rolewire.policy;

import java.util.List;
import java.util.Locale;

import dev.rolewire.catalog.PolicyPlace.Kind;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Value;

/// Checks `Action` and `NotAction` of a statement (IAM User Guide, "IAM JSON policy elements: Action": a service
/// namespace, a colon, an action name that may have wildcards).
final class ActionGrammar {

    private final Kind kind;

    private final GuardSpace guards;

    private final PolicyGrammar.FlawSink flaws;

    ActionGrammar(Kind kind, GuardSpace guards, PolicyGrammar.FlawSink flaws) {
        this.kind = kind;
        this.guards = guards;
        this.flaws = flaws;
    }

    void check(Value.ObjectValue statement, Guard guard) {
        List<String> names = List.of("Action", "NotAction");
        for (String name : names) {
            Value value = statement.get(name);
            if (value != null) {
                this.flaws.eachText(value, guard, (when, text) -> action(name, when, text));
            }
        }
        if (names.stream().noneMatch((name) -> PolicyGrammar.hasName(statement, name))) {
            this.flaws.add(guard, "missing-Action", "a statement has no `Action`", statement.origin());
        }
        Value action = statement.get("Action");
        Value notAction = statement.get("NotAction");
        if (action != null && notAction != null) {
            Guard both = this.guards.and(present(action, guard), present(notAction, guard));
            this.flaws.add(both, "action-twice", "a statement has both `Action` and `NotAction`", notAction.origin());
        }
    }

    private Guard present(Value value, Guard guard) {
        return switch (value) {
            case Value.Choice choice -> this.guards.or(present(choice.then(), this.guards.and(guard, choice.guard())),
                    present(choice.otherwise(), this.guards.and(guard, this.guards.not(choice.guard()))));
            case Value.Absent _, Value.Unknown _ -> Guard.FALSE;
            case Value.Literal _, Value.Reference _, Value.Concat _, Value.ListValue _, Value.ObjectValue _ -> guard;
        };
    }

    private void action(String name, Guard guard, Value value) {
        String text = PolicyGrammar.literal(value);
        if (text == null) {
            return;
        }
        if (this.kind == Kind.TRUST) {
            trustAction(guard, value, text);
            return;
        }
        int colon = text.indexOf(':');
        boolean wild = text.startsWith("*");
        if (colon <= 0 && !wild) {
            this.flaws.add(guard, "action-vendor",
                    "the `" + name + "` `" + text + "` names no service: `<service>:<action>` is wanted", text,
                    value.origin());
        }
        else if (colon > 0 && (text.length() == colon + 1 || !isAction(text, colon))) {
            this.flaws.add(guard, "action-name", "`" + text + "` is no action of a service", text, value.origin());
        }
    }

    private static boolean isAction(String text, int colon) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            boolean fits = letter || c == '-' || c == '*' || c == '?' || c == '_' || i == colon;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /// IAM answers `sts:*` and `*` as it does actions of other services.
    private void trustAction(Guard guard, Value value, String text) {
        String action = text.toLowerCase(Locale.ROOT);
        if (!action.startsWith("sts:") || action.equals("sts:*")) {
            this.flaws.add(guard, "not-sts",
                    "the action `" + text
                            + "` is none of those that a trust policy may have: `sts:AssumeRole` and its variants",
                    text, value.origin());
        }
    }

}

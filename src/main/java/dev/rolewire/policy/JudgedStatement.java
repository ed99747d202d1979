package dev.rolewire.policy;

import java.util.function.Function;

import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Value;

/// One statement, judged for one query.
///
/// @param statement the statement
/// @param allowing when it is there and its effect is `Allow`
/// @param principal whether it covers the principal, as an allowing statement
/// @param action whether it covers the action
/// @param allows whether it allows the query
/// @param denies whether it denies the query
record JudgedStatement(PolicyStatement statement, Match allowing, Match principal, Match action, Match allows,
        Match denies) {

    static JudgedStatement of(PolicyStatement statement, PrincipalMatcher principals, ActionMatcher actions,
            ConditionMatcher conditions, GuardSpace guards) {
        Match allowing = effect(statement, "Allow", guards);
        Match denying = effect(statement, "Deny", guards);
        Match action = any(statement.action(), actions::match, guards)
            .or(none(statement.notAction(), actions::match, guards), guards);
        // The guide ("AWS JSON policy elements: NotPrincipal") has it with `Deny` only,
        // and
        // never in a trust policy.
        Match others = none(statement.notPrincipal(), (item) -> principals.match(item, false), guards)
            .weakened(Doubt.untilAssumed(statement.notPrincipal().origin()));
        Match principal = any(statement.principal(), (item) -> principals.match(item, false), guards).or(others,
                guards);
        Match denied = any(statement.principal(), (item) -> principals.match(item, true), guards)
            .or(none(statement.notPrincipal(), (item) -> principals.match(item, false), guards), guards);
        Match allows = allowing.isPossible()
                ? allowing.and(principal, guards).and(action, guards).and(conditions.matchAllow(statement), guards)
                : Match.NEVER;
        Match denies = denying.isPossible()
                ? denying.and(denied, guards).and(action, guards).and(conditions.matchDeny(statement), guards)
                : Match.NEVER;
        return new JudgedStatement(statement, allowing, principal, action, allows, denies);
    }

    private static Match effect(PolicyStatement statement, String name, GuardSpace guards) {
        return any(statement.effect(), (item) -> effect(item, name), guards).when(statement.guard(), guards);
    }

    /// "IAM JSON policy elements: Effect": the value is case-sensitive; what IAM makes of
    /// another case is left open.
    private static Match effect(PolicyItem item, String name) {
        return switch (item.value()) {
            case Value.Literal literal -> {
                boolean exact = literal.text().equals(name) && item.regular();
                yield exact || !literal.text().equalsIgnoreCase(name) ? Match.of(exact)
                        : Match.maybe(Doubt.untilAssumed(literal.origin()));
            }
            case Value.Concat _, Value.Reference _, Value.Unknown _ -> Match.maybe(Doubt.about(item.value()));
            case Value.ListValue _, Value.ObjectValue _, Value.Choice _, Value.Absent _ -> Match.NEVER;
        };
    }

    private static Match any(PolicyElement element, Function<PolicyItem, Match> matcher, GuardSpace guards) {
        Match any = Match.NEVER;
        for (PolicyItem item : element.items()) {
            any = any.or(matcher.apply(item).when(item.guard(), guards), guards);
        }
        return any;
    }

    private static Match none(PolicyElement element, Function<PolicyItem, Match> matcher, GuardSpace guards) {
        return any(element, matcher, guards).not(guards).when(element.present(), guards);
    }

}

package dev.rolewire.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.policy.TrustVerdict.Flaw;
import org.jspecify.annotations.Nullable;

/// Evaluates trust policies (IAM User Guide, "Policy evaluation logic": an explicit deny wins over an allow, what is
/// not allowed is denied).
///
/// What the policy leaves open, be it a part that is not known, a condition on something else than the calling
/// service, or a form that the guide does not define, makes the difference between granted and possible.
public final class TrustEvaluator {

    private final PolicyDocument policy;

    private final GuardSpace guards;

    private final PrincipalMatcher principals;

    private final List<JudgedStatement> statements = new ArrayList<>();

    private TrustEvaluator(PolicyDocument policy, TrustQuery query, GuardSpace guards) {
        this.policy = policy;
        this.guards = guards;
        this.principals = new PrincipalMatcher(query);
        ActionMatcher actions = new ActionMatcher(query);
        ConditionMatcher conditions = new ConditionMatcher(query, guards);
        for (PolicyStatement statement : policy.statements()) {
            this.statements.add(JudgedStatement.of(statement, this.principals, actions, conditions, guards));
        }
    }

    /// Evaluates a policy value; see [PolicyDocument#of(Value, GuardSpace)].
    public static TrustVerdict evaluate(Value trustPolicy, TrustQuery query, GuardSpace guards) {
        return evaluate(PolicyDocument.of(trustPolicy, guards), query, guards);
    }

    /// Evaluates a lowered policy; for several queries of one policy.
    public static TrustVerdict evaluate(PolicyDocument policy, TrustQuery query, GuardSpace guards) {
        return new TrustEvaluator(policy, query, guards).verdict();
    }

    private TrustVerdict verdict() {
        Match allowed = Match.NEVER;
        Match denied = Match.NEVER;
        for (JudgedStatement judged : this.statements) {
            allowed = allowed.or(judged.allows(), this.guards);
            denied = denied.or(judged.denies(), this.guards);
        }
        for (PolicyDocument.Gap gap : this.policy.gaps()) {
            Reason reason = gap.reason() == null ? Reason.KNOWN_AFTER_APPLY : gap.reason();
            Match open = Match.maybe(new Doubt(reason, gap.origin())).when(gap.guard(), this.guards);
            allowed = allowed.or(open, this.guards);
            denied = denied.or(open, this.guards);
        }
        Match trusted = allowed.and(denied.not(this.guards), this.guards);
        if (trusted.sure() == Guard.EXHAUSTED || trusted.possible() == Guard.EXHAUSTED) {
            return new TrustVerdict(Guard.FALSE, Guard.TRUE, Reason.BUDGET, trusted(Guard.TRUE), Flaw.NONE,
                    this.policy.origin());
        }
        return verdict(trusted, allowed);
    }

    private TrustVerdict verdict(Match trusted, Match allowed) {
        Reason reason = trusted.doubt() == null ? null : trusted.doubt().reason();
        Guard outside = this.guards.not(trusted.possible());
        if (outside == Guard.FALSE) {
            Origin origin = trusted.doubt() == null ? grantingOrigin() : trusted.doubt().origin();
            return new TrustVerdict(trusted.sure(), trusted.possible(), reason, trusted(Guard.TRUE), Flaw.NONE, origin);
        }
        Shortfall shortfall = shortfall(allowed, outside);
        return new TrustVerdict(trusted.sure(), trusted.possible(), reason, trusted(outside), shortfall.flaw(),
                shortfall.origin());
    }

    private Origin grantingOrigin() {
        return this.statements.stream()
            .filter((judged) -> judged.allows().isPossible())
            .findFirst()
            .map((judged) -> judged.statement().origin())
            .orElse(this.policy.origin());
    }

    /// What comes closest to an allowance where there is none.
    private Shortfall shortfall(Match allowed, Guard outside) {
        for (JudgedStatement judged : this.statements) {
            if (meet(this.guards.and(judged.denies().sure(), allowed.possible()), outside)) {
                return new Shortfall(Flaw.DENIED, judged.statement().origin());
            }
        }
        for (JudgedStatement judged : this.statements) {
            if (meet(judged.allowing().and(judged.principal(), this.guards).possible(), outside)) {
                PolicyStatement statement = judged.statement();
                PolicyElement action = statement.action().items().isEmpty() ? statement.notAction()
                        : statement.action();
                return new Shortfall(Flaw.WRONG_ACTION, action.origin());
            }
        }
        for (JudgedStatement judged : this.statements) {
            Origin misplaced = misplaced(judged, outside);
            if (misplaced != null) {
                return new Shortfall(Flaw.WRONG_PRINCIPAL_TYPE, misplaced);
            }
        }
        for (JudgedStatement judged : this.statements) {
            if (meet(judged.allowing().and(judged.action(), this.guards).possible(), outside)) {
                return new Shortfall(Flaw.PRINCIPAL_NOT_NAMED, judged.statement().principal().origin());
            }
        }
        return new Shortfall(Flaw.PRINCIPAL_NOT_NAMED, this.policy.origin());
    }

    private @Nullable Origin misplaced(JudgedStatement judged, Guard outside) {
        for (PolicyItem item : judged.statement().principal().items()) {
            Guard there = this.guards.and(judged.allowing().possible(), item.guard());
            if (meet(there, outside) && this.principals.isMisplaced(item)) {
                return item.value().origin();
            }
        }
        return null;
    }

    private List<String> trusted(Guard within) {
        SequencedSet<String> texts = new LinkedHashSet<>();
        for (JudgedStatement judged : this.statements) {
            Guard allowing = judged.allowing().and(judged.action(), this.guards).possible();
            add(judged.statement().principal(), "", this.guards.and(allowing, within), texts);
            add(judged.statement().notPrincipal(), "all but ", this.guards.and(allowing, within), texts);
        }
        return List.copyOf(texts);
    }

    private void add(PolicyElement element, String prefix, Guard within, SequencedSet<String> texts) {
        for (PolicyItem item : element.items()) {
            if (meet(item.guard(), within)) {
                boolean bare = item.key().isEmpty() || item.key().equals("Service");
                texts.add(prefix + (bare ? "" : item.key() + ": ") + ValueText.of(item.value()));
            }
        }
    }

    private boolean meet(Guard left, Guard right) {
        return this.guards.and(left, right) != Guard.FALSE;
    }

    private record Shortfall(Flaw flaw, Origin origin) {

    }

}

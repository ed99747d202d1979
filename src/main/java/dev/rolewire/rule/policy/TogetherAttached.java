package dev.rolewire.rule.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Resource;
import dev.rolewire.wiring.AttachedPolicy;
import org.jspecify.annotations.Nullable;

/// Adds up what the policies of one identity weigh that can be there at the same time.
///
/// @param guard when they are
/// @param total what they weigh together
/// @param policies these policies, each once
record TogetherAttached(Guard guard, int total, List<AttachedPolicy> policies) {

    /// The first guard of one of the policies under which they weigh more than a limit;
    /// null when there is none.
    static @Nullable TogetherAttached over(int limit, List<AttachedPolicy> policies,
            ToIntFunction<AttachedPolicy> weight, GuardSpace guards) {
        LinkedHashSet<Guard> distinct = new LinkedHashSet<>();
        policies.forEach((policy) -> distinct.add(policy.guard()));
        for (Guard guard : distinct) {
            Map<String, AttachedPolicy> together = new LinkedHashMap<>();
            for (AttachedPolicy policy : policies) {
                if (guards.and(guard, guards.not(policy.guard())) == Guard.FALSE) {
                    together.merge(policy.key(), policy,
                            (one, other) -> weight.applyAsInt(one) >= weight.applyAsInt(other) ? one : other);
                }
            }
            int total = together.values().stream().mapToInt(weight).sum();
            if (total > limit) {
                return new TogetherAttached(guard, total, new ArrayList<>(together.values()));
            }
        }
        return null;
    }

    /// The last resource that gives one of them and is itself made or changed; the last
    /// one when none is.
    Resource last() {
        Resource last = this.policies.getLast().by();
        for (AttachedPolicy policy : this.policies) {
            last = policy.by().change() == Resource.Change.APPLIED ? policy.by() : last;
        }
        return last;
    }

}

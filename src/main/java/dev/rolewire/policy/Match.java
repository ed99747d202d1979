package dev.rolewire.policy;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import org.jspecify.annotations.Nullable;

/// How far something holds.
///
/// @param sure when it surely holds
/// @param possible when it holds or may hold; it includes `sure`
/// @param doubt why `possible` is more than `sure`; null when they are the same
record Match(Guard sure, Guard possible, @Nullable Doubt doubt) {

    static final Match ALWAYS = new Match(Guard.TRUE, Guard.TRUE, null);

    static final Match NEVER = new Match(Guard.FALSE, Guard.FALSE, null);

    Match {
        if (sure == possible) {
            doubt = null;
        }
    }

    static Match maybe(Doubt doubt) {
        return new Match(Guard.FALSE, Guard.TRUE, doubt);
    }

    static Match of(boolean holds) {
        return holds ? ALWAYS : NEVER;
    }

    Match and(Match other, GuardSpace guards) {
        return new Match(guards.and(this.sure, other.sure), guards.and(this.possible, other.possible),
                firstDoubt(other));
    }

    Match or(Match other, GuardSpace guards) {
        return new Match(guards.or(this.sure, other.sure), guards.or(this.possible, other.possible), firstDoubt(other));
    }

    Match not(GuardSpace guards) {
        return new Match(guards.not(this.possible), guards.not(this.sure), this.doubt);
    }

    /// The same, under a guard only.
    Match when(Guard guard, GuardSpace guards) {
        return new Match(guards.and(this.sure, guard), guards.and(this.possible, guard), this.doubt);
    }

    /// The same, but never sure.
    Match weakened(Doubt why) {
        return new Match(Guard.FALSE, this.possible, this.doubt == null ? why : this.doubt);
    }

    boolean isPossible() {
        return this.possible != Guard.FALSE;
    }

    private @Nullable Doubt firstDoubt(Match other) {
        return this.doubt == null ? other.doubt : this.doubt;
    }

}

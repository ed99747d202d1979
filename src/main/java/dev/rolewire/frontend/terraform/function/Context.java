package dev.rolewire.frontend.terraform.function;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Origin;

/// What a call knows beside its arguments.
///
/// @param origin where the call is written: the origin of what it makes
/// @param guards the space of all guards
/// @param guard when the call is reached at all; alternatives that contradict it are left out
/// @param budget the counted work
/// @param files what file functions see
/// @param templates evaluates templates
public record Context(Origin origin, GuardSpace guards, Guard guard, Budget budget, Files files, Templates templates) {

    /// A context without files and templates, always reached.
    public static Context of(Origin origin, GuardSpace guards, Budget budget) {
        return new Context(origin, guards, Guard.TRUE, budget, Files.NONE, Templates.NONE);
    }

    /// The same context at another place.
    public Context at(Origin place) {
        return new Context(place, this.guards, this.guard, this.budget, this.files, this.templates);
    }

    /// The same context in one case.
    public Context under(Guard narrower) {
        return new Context(this.origin, this.guards, narrower, this.budget, this.files, this.templates);
    }

}

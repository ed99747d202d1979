package dev.rolewire.frontend.terraform.hcl;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// What an expression can refer to, and where it stands.
///
/// @param module the module whose variables, locals and resources it sees; null in a template file, which sees only its
/// own names
/// @param source the file that the expression is written in
/// @param pointer the place in the configuration, for origins
/// @param guard when the expression is evaluated at all
/// @param key tells apart the instances that the expression is evaluated for
/// @param names the names that are bound here: `each`, `count`, iterators, the names of `for`
record Scope(@Nullable ModuleInstance module, SourceFile source, Pointer pointer, Guard guard, String key,
        @Nullable Names names) {

    /// Names that are bound, the innermost first.
    record Names(String name, Value value, @Nullable Names outer) {

    }

    static Scope of(ModuleInstance module, SourceFile source) {
        return new Scope(module, source, Pointer.ROOT, module.guard(), module.address(), null);
    }

    /// The scope for an expression of another file of the same module.
    Scope in(SourceFile file) {
        return file == this.source ? this
                : new Scope(this.module, file, this.pointer, this.guard, this.key, this.names);
    }

    Scope at(Pointer place) {
        return new Scope(this.module, this.source, place, this.guard, this.key, this.names);
    }

    Scope under(Guard narrower) {
        return narrower == this.guard ? this
                : new Scope(this.module, this.source, this.pointer, narrower, this.key, this.names);
    }

    Scope keyed(String instance) {
        return new Scope(this.module, this.source, this.pointer, this.guard, instance, this.names);
    }

    Scope with(String name, Value value) {
        return new Scope(this.module, this.source, this.pointer, this.guard, this.key,
                new Names(name, value, this.names));
    }

    /// A bound name, or null.
    @Nullable Value name(String name) {
        for (Names at = this.names; at != null; at = at.outer()) {
            if (at.name().equals(name)) {
                return at.value();
            }
        }
        return null;
    }

    Origin origin(Span span) {
        return new Origin(this.source, span, this.pointer);
    }

}

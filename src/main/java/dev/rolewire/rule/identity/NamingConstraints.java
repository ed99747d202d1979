package dev.rolewire.rule.identity;

import java.util.List;
import java.util.stream.Stream;

import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.NamingConstraint;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Alternatives;
import dev.rolewire.inventory.IdentityArn;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Value;
import dev.rolewire.policy.Globs;
import dev.rolewire.policy.SymbolicArn;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.rule.SlotWords;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Texts;
import dev.rolewire.wiring.Wiring;

/// Holds the names and paths of identities against what the service of a slot demands of them.
final class NamingConstraints {

    private final RuleContext context;

    private final Wiring wiring;

    private final RuleMetadata rule;

    private final SlotUse use;

    /// The name and path of one identity in a slot.
    ///
    /// @param made whether CloudFormation makes the name up, starting with that of the
    /// stack
    private record Named(Guard guard, Value name, Value path, String label, boolean made, Identity identity,
            SlotAlternative alternative) {

    }

    private NamingConstraints(RuleContext context, Wiring wiring, RuleMetadata rule, SlotUse use) {
        this.context = context;
        this.wiring = wiring;
        this.rule = rule;
        this.use = use;
    }

    /// Reports every identity in a slot that no pattern of one of its constraints fits.
    static void check(RuleContext context, Wiring wiring, RuleMetadata rule, SlotUse use) {
        List<NamingConstraint> constraints = wiring.catalog().namingConstraintsOf(use.slot());
        if (!constraints.isEmpty()) {
            NamingConstraints judge = new NamingConstraints(context, wiring, rule, use);
            for (SlotAlternative alternative : use.alternatives()) {
                if (alternative.resolution() instanceof Resolution.Identified identified
                        && use.slot().takes(identified.accepted().kind(), identified.accepted().form())) {
                    constraints.forEach((constraint) -> judge.check(constraint, alternative, identified));
                }
            }
        }
    }

    private void check(NamingConstraint constraint, SlotAlternative alternative, Resolution.Identified identified) {
        boolean inside = constraint.kind() == IdentityKind.ROLE
                && identified.accepted().kind() == IdentityKind.INSTANCE_PROFILE;
        if (!inside) {
            named(alternative, identified.identity(), alternative.guard()).forEach((named) -> judge(constraint, named));
        }
        else if (identified.identity() instanceof Identity.Local profile) {
            for (Wiring.HeldRole held : this.wiring.rolesOf(profile)) {
                Guard both = this.context.guards().and(alternative.guard(), held.guard());
                named(alternative, held.role(), both).forEach((named) -> judge(constraint, named));
            }
        }
    }

    private Stream<Named> named(SlotAlternative alternative, Identity identity, Guard guard) {
        return switch (identity) {
            case Identity.Local local -> local.type().data() ? Stream.of() : ofLocal(alternative, local, guard);
            case Identity.External external -> {
                SymbolicArn arn = SymbolicArn.parse(alternative.value());
                Value name = arn == null ? null : arn.name();
                Value path = arn == null ? null
                        : Value.Literal.of(
                                "/" + String.join("", arn.path().stream().map((each) -> Texts.of(each) + "/").toList()),
                                arn.origin());
                boolean known = arn != null && arn.path().stream().allMatch(Value.Literal.class::isInstance);
                yield name == null || path == null || !known ? Stream.of() : Stream
                    .of(new Named(guard, name, path, "`" + external.label() + "`", false, identity, alternative));
            }
            case Identity.InAccount held -> {
                IdentityArn arn = held.identity().arn();
                yield Stream.of(new Named(guard, Value.Literal.of(arn.name(), alternative.origin()),
                        Value.Literal.of(arn.path(), alternative.origin()), "`" + held.label() + "`", false, identity,
                        alternative));
            }
            case Identity.Managed _, Identity.NotInAccount _ -> Stream.of();
        };
    }

    private Stream<Named> ofLocal(SlotAlternative alternative, Identity.Local local, Guard guard) {
        GuardSpace guards = this.context.guards();
        String label = local.type().kind().label() + " `" + local.label() + "`";
        boolean made = this.wiring.template().dialect().family() == Dialect.Family.CLOUDFORMATION
                && this.wiring.wholeNameOf(local) instanceof Value.Unknown;
        return Alternatives.of(guards, guard, this.wiring.wholeNameOf(local))
            .stream()
            .flatMap((name) -> Alternatives.of(guards, name.guard(), this.wiring.pathOf(local))
                .stream()
                .map((path) -> new Named(path.guard(), name.value(), path.value(), label, made, local, alternative)));
    }

    private void judge(NamingConstraint constraint, Named named) {
        boolean nameFits = constraint.names().stream().anyMatch((glob) -> Globs.mayFit(named.name(), glob));
        boolean pathFits = constraint.paths().stream().anyMatch((glob) -> Globs.mayFit(named.path(), glob));
        boolean serviceLinked = named.identity() instanceof Identity.Local local
                && local.type().impliedPrincipalProperty() != null;
        if (pathFits || (nameFits && (!named.made() || serviceLinked))) {
            return;
        }
        String wanted = Stream
            .concat(constraint.names().stream().map((glob) -> "named `" + glob + "`"),
                    constraint.paths().stream().map((glob) -> "of the path `" + glob + "`"))
            .toList()
            .toString();
        var finding = this.context.finding(this.rule)
            .at(this.use, named.alternative().origin())
            .under(named.guard())
            .severity(nameFits ? Severity.WARNING : Severity.ERROR)
            .message("`%s` of `%s` wants %s %s, but %s", this.use.name(), this.use.resource().address(),
                    SlotWords.withArticle(constraint.kind()),
                    wanted.substring(1, wanted.length() - 1).replace(", ", " or "), but(named, constraint));
        if (named.identity() instanceof Identity.Local local) {
            finding.related("the " + local.type().kind().label(), local.resource().address(),
                    local.resource().origin());
        }
        finding.report();
    }

    private static String but(Named named, NamingConstraint constraint) {
        if (named.made() && !constraint.names().isEmpty()) {
            return named.label() + " has no name of its own: it will begin with the name of the stack";
        }
        String path = Texts.of(named.path());
        String is = constraint.names().isEmpty() ? "" : " is named `" + Texts.of(named.name()) + "`";
        String has = constraint.paths().isEmpty() ? "" : " has the path `" + path + "`";
        return named.label() + is + (is.isEmpty() || has.isEmpty() ? "" : " and") + has;
    }

}

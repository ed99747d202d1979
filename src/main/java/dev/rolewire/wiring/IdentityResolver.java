package dev.rolewire.wiring;

import java.util.List;
import java.util.Optional;

import dev.rolewire.catalog.Accepted;
import dev.rolewire.catalog.Catalog;
import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.catalog.Producer;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import dev.rolewire.policy.SymbolicArn;
import org.jspecify.annotations.Nullable;

/// Says what identity a value names, for one slot.
final class IdentityResolver {

    private static final int MAX_HOPS = 16;

    private static final String POLICY_PREFIX = "policy/";

    private final Template template;

    private final Catalog catalog;

    private final IdentityIndex identities;

    IdentityResolver(Template template, Catalog catalog, IdentityIndex identities) {
        this.template = template;
        this.catalog = catalog;
        this.identities = identities;
    }

    /// Resolves one alternative of a slot.
    /// @param value a value without choices
    /// @param slot the slot that it stands in; a name says by itself not what it names,
    /// the slot decides
    Resolution resolve(Value value, IdentitySlot slot) {
        return resolve(value, slot, 0);
    }

    private Resolution resolve(Value value, IdentitySlot slot, int hops) {
        return switch (value) {
            case Value.Absent _ -> new Resolution.Missing();
            case Value.Unknown unknown -> resolveUnknown(unknown, slot, hops);
            case Value.Literal literal -> resolveText(literal, slot);
            case Value.Concat concat -> resolveText(concat, slot);
            case Value.Reference reference -> resolveReference(reference, slot, hops);
            case Value.ListValue list ->
                isTerraform() && list.items().size() == 1 && !(list.items().getFirst() instanceof Value.Choice)
                        ? resolve(list.items().getFirst(), slot, hops) : new Resolution.NotAnIdentity("a list");
            case Value.ObjectValue _ -> new Resolution.NotAnIdentity("an object");
            case Value.Choice choice -> new Resolution.Undetermined(Reason.BUDGET, choice.toString());
        };
    }

    /// A value of which one reference alone can be the reason that it is not known is
    /// that
    /// reference, when it fits the slot; where it does not, something that is not shown
    /// may
    /// make it fit.
    private Resolution resolveUnknown(Value.Unknown unknown, IdentitySlot slot, int hops) {
        Value.Reference probable = slot.computed() ? null : unknown.probable();
        if (probable != null && resolveReference(probable, slot, hops) instanceof Resolution.Identified identified
                && slot.takes(identified.accepted().kind(), identified.accepted().form())
                && !(slot.rootNames() && identified.accepted().form() == IdentityForm.NAME)) {
            return identified;
        }
        return new Resolution.Undetermined(unknown.reason(), unknown.detail());
    }

    private Resolution resolveText(Value text, IdentitySlot slot) {
        String written = Texts.of(text);
        if (written.isBlank()) {
            return isTerraform() ? new Resolution.Missing()
                    : new Resolution.Undetermined(Reason.EXTERNAL_NAME, "an empty text");
        }
        if (slot.isLiteral(written)) {
            return new Resolution.Permitted();
        }
        if (slot.isPlaceholder(written)) {
            return new Resolution.Undetermined(Reason.KNOWN_AFTER_APPLY, written);
        }
        if (written.endsWith("\n")) {
            return new Resolution.NotAnIdentity("a text that ends with a line break");
        }
        SymbolicArn arn = SymbolicArn.parse(text);
        if (arn != null) {
            return resolveArn(arn, written, slot);
        }
        if (Texts.startsLikeArn(text)) {
            return new Resolution.Undetermined(reasonOf(text), written);
        }
        return resolveName(text, written, slot);
    }

    private Resolution resolveArn(SymbolicArn arn, String written, IdentitySlot slot) {
        String service = Texts.literal(arn.service());
        if (service == null) {
            return new Resolution.Undetermined(reasonOf(arn.service()), written);
        }
        if (service.isEmpty()) {
            return new Resolution.NotAnIdentity("an ARN whose parts are not where they belong, `" + written + "`");
        }
        if (!service.equals("iam")) {
            return new Resolution.NotAnIdentity("an ARN of " + service + ", `" + written + "`");
        }
        IdentityKind kind = kindOf(arn.resourceType());
        if (kind == null) {
            if (isOwnAccount(arn) && slot.takes(IdentityKind.USER)) {
                return new Resolution.Permitted();
            }
            boolean other = arn.resource().stream().allMatch(Value.Literal.class::isInstance)
                    && (written.contains("/") || isRoot(written, slot));
            return other ? new Resolution.NotAnIdentity("the ARN `" + written + "`")
                    : new Resolution.Undetermined(Reason.EXTERNAL_NAME, written);
        }
        Accepted accepted = new Accepted(kind, IdentityForm.ARN);
        Value name = arn.name();
        if (name instanceof Value.Reference reference && yieldsArn(reference)) {
            return new Resolution.NotAnIdentity("an ARN with another ARN in it, `" + written + "`");
        }
        Identity.Local known = this.identities.withArn(kind, written);
        if (known != null) {
            return new Resolution.Identified(accepted, known, true);
        }
        if (kind == IdentityKind.POLICY && isManaged(arn)) {
            return new Resolution.Identified(accepted, new Identity.Managed(written), true);
        }
        if (name == null || isForeign(arn)) {
            return new Resolution.Identified(accepted, new Identity.External(written), true);
        }
        Identity.Local local = name instanceof Value.Reference reference ? own(reference, kind) : null;
        boolean refers = local != null;
        if (local == null) {
            List<IdentityIndex.Named> named = this.identities.named(kind, name);
            local = named.size() == 1 ? named.getFirst().identity() : null;
        }
        if (local == null || !samePath(local, arn)) {
            return new Resolution.Identified(accepted, new Identity.External(written), true);
        }
        return new Resolution.Identified(accepted, local, !refers);
    }

    /// The identity of the document whose name an ARN of its account is put together of,
    /// whatever the path.
    Optional<Identity.Local> ownNamedBy(SymbolicArn arn) {
        IdentityKind kind = kindOf(arn.resourceType());
        Value name = arn.name();
        if (kind == null || name == null || isForeign(arn)) {
            return Optional.empty();
        }
        Identity.Local referred = name instanceof Value.Reference reference ? own(reference, kind) : null;
        if (referred != null) {
            return Optional.of(referred);
        }
        List<IdentityIndex.Named> named = this.identities.named(kind, name);
        return named.size() == 1 ? Optional.of(named.getFirst().identity()) : Optional.empty();
    }

    /// Whether an ARN is that of an account, where the slot takes no users: some that do
    /// take an account as well.
    private static boolean isRoot(String written, IdentitySlot slot) {
        return written.endsWith(":root") && !slot.takes(IdentityKind.USER);
    }

    /// Whether an ARN is that of the account that is deployed to, which is always there.
    private static boolean isOwnAccount(SymbolicArn arn) {
        return arn.account() instanceof Value.Reference reference && reference.address().equals("AWS::AccountId")
                && arn.resource().size() == 1 && "root".equals(Texts.literal(arn.resource().getFirst()));
    }

    private boolean yieldsArn(Value.Reference reference) {
        Resource resource = this.template.resource(reference.address());
        return resource != null
                && this.catalog.producer(resource.type(), resource.mode() == Resource.Mode.DATA, reference.attribute())
                    .map(Producer::yields)
                    .filter((yields) -> yields.form() == IdentityForm.ARN)
                    .isPresent();
    }

    /// Whether an ARN names a managed policy of AWS that is known. Where the partition is
    /// left to the deployment, it names that policy in each of them.
    private boolean isManaged(SymbolicArn arn) {
        String partition = Texts.literal(arn.partition());
        return "aws".equals(Texts.literal(arn.account())) && arn.resource().size() == 1
                && arn.resource().getFirst() instanceof Value.Literal literal
                && literal.text().startsWith(POLICY_PREFIX) && this.catalog.isManagedPolicy(
                        partition == null ? "aws" : partition, literal.text().substring(POLICY_PREFIX.length()));
    }

    /// Whether an ARN is written with an account that is not, or not known to be, the
    /// deployment's.
    private boolean isForeign(SymbolicArn arn) {
        String account = Texts.literal(arn.account());
        String own = this.template.environment().accountId();
        return account != null && !account.equals(own);
    }

    private boolean samePath(Identity.Local local, SymbolicArn arn) {
        String written = String.join("/", arn.path().stream().map(Texts::of).toList());
        return written.equals(Texts.trimSlashes(Texts.of(this.identities.pathOf(local))));
    }

    private Identity.@Nullable Local own(Value.Reference reference, IdentityKind kind) {
        Optional<Identity.Local> identity = this.identities.at(reference.address());
        return identity.filter((local) -> local.type().kind() == kind).orElse(null);
    }

    private Resolution resolveName(Value text, String written, IdentitySlot slot) {
        Resolution byName = meetByName(text, slot);
        if (byName != null) {
            return byName;
        }
        Accepted policyName = new Accepted(IdentityKind.POLICY, IdentityForm.NAME);
        boolean eitherForm = slot.takes(IdentityKind.POLICY, IdentityForm.ARN)
                && slot.takes(IdentityKind.POLICY, IdentityForm.NAME);
        if (eitherForm && this.catalog.isManagedPolicyName(written)) {
            return new Resolution.Identified(policyName, new Identity.Managed(written), true);
        }
        if (slot.accepts().stream().anyMatch((accepted) -> accepted.form() == IdentityForm.NAME)) {
            return new Resolution.Undetermined(Reason.EXTERNAL_NAME, written);
        }
        return new Resolution.FormOnly(IdentityForm.NAME, written);
    }

    /// An identity of the document that the slot takes by name and that surely has this
    /// name.
    private @Nullable Resolution meetByName(Value name, IdentitySlot slot) {
        for (Accepted accepted : slot.accepts()) {
            if (accepted.form() != IdentityForm.NAME) {
                continue;
            }
            List<IdentityIndex.Named> named = this.identities.named(accepted.kind(), name);
            if (named.size() == 1) {
                return new Resolution.Identified(accepted, named.getFirst().identity(), true);
            }
            if (named.size() > 1) {
                return new Resolution.Undetermined(Reason.EXTERNAL_NAME, Texts.of(name));
            }
        }
        return null;
    }

    private Resolution resolveReference(Value.Reference reference, IdentitySlot slot, int hops) {
        Resource resource = this.template.resource(reference.address());
        if (resource == null) {
            return Texts.startsLikeArn(Texts.alone(reference)) ? unknownOf(reference, false)
                    : resolveName(reference, Texts.of(reference), slot);
        }
        boolean data = resource.mode() == Resource.Mode.DATA;
        Optional<Producer> producer = this.catalog.producer(resource.type(), data, reference.attribute());
        if (producer.isEmpty()) {
            Value.Literal known = knownOf(resource, reference.attribute());
            return known == null ? unknownOf(reference, data) : resolveText(known, slot);
        }
        Accepted yields = producer.get().yields();
        return switch (producer.get().meaning()) {
            case OWN_IDENTITY -> yields == null ? unknownOf(reference, data) : resolveOwn(reference, yields, slot);
            case OTHER_IDENTITY -> resolveOther(reference, resource, yields, slot, hops);
            case NOT_AN_IDENTITY -> new Resolution.NotAnIdentity(
                    "`" + reference.attribute() + "` of `" + reference.address() + "` (`" + resource.type() + "`)");
            case ANYTHING -> resolveOther(reference, resource, null, slot, hops);
        };
    }

    /// What a plan knows of an attribute, such as an output of another state.
    private static Value.@Nullable Literal knownOf(Resource resource, String attribute) {
        Value value = resource.properties();
        for (String name : attribute.split("\\.")) {
            value = value instanceof Value.ObjectValue object ? object.get(name) : null;
        }
        return value instanceof Value.Literal literal && literal.kind() == Value.Literal.Kind.STRING ? literal : null;
    }

    private Resolution resolveOwn(Value.Reference reference, Accepted yields, IdentitySlot slot) {
        Identity identity = this.identities.at(reference.address())
            .map(Identity.class::cast)
            .orElseGet(() -> new Identity.External(reference.address()));
        boolean fits = slot.takes(yields.kind());
        if (!fits && yields.form() == IdentityForm.NAME) {
            Resolution byName = meetByName(reference, slot);
            if (byName != null) {
                return byName;
            }
        }
        return new Resolution.Identified(yields, identity, false);
    }

    /// An attribute that repeats an argument holds what the argument holds.
    private Resolution resolveOther(Value.Reference reference, Resource resource, @Nullable Accepted yields,
            IdentitySlot slot, int hops) {
        Value argument = resource.properties().get(reference.attribute());
        if (argument != null && hops < MAX_HOPS && isTerraform() && !(argument instanceof Value.Choice)
                && !(argument instanceof Value.Absent) && !(argument instanceof Value.Unknown)) {
            return resolve(argument, slot, hops + 1);
        }
        if (yields != null) {
            return new Resolution.Identified(yields, new Identity.External(Texts.of(reference)), false);
        }
        Value.Literal known = knownOf(resource, reference.attribute());
        if (known != null) {
            return resolveText(known, slot);
        }
        return unknownOf(reference, resource.mode() == Resource.Mode.DATA);
    }

    private static Resolution unknownOf(Value.Reference reference, boolean data) {
        return new Resolution.Undetermined(data ? Reason.DATA_SOURCE : Reason.KNOWN_AFTER_APPLY, Texts.of(reference));
    }

    private static @Nullable IdentityKind kindOf(@Nullable String resourceType) {
        if (resourceType == null) {
            return null;
        }
        return switch (resourceType) {
            case "role" -> IdentityKind.ROLE;
            case "instance-profile" -> IdentityKind.INSTANCE_PROFILE;
            case "policy" -> IdentityKind.POLICY;
            case "user" -> IdentityKind.USER;
            case "group" -> IdentityKind.GROUP;
            default -> null;
        };
    }

    private boolean isTerraform() {
        return switch (this.template.dialect().family()) {
            case TERRAFORM -> true;
            case CLOUDFORMATION -> false;
        };
    }

    private static Reason reasonOf(Value value) {
        return switch (value) {
            case Value.Unknown unknown -> unknown.reason();
            case Value.Concat concat -> concat.parts()
                .stream()
                .filter(Value.Unknown.class::isInstance)
                .map((part) -> ((Value.Unknown) part).reason())
                .findFirst()
                .orElse(Reason.KNOWN_AFTER_APPLY);
            case Value.Literal _ -> Reason.EXTERNAL_NAME;
            case Value.Reference _, Value.Choice _, Value.ListValue _, Value.ObjectValue _, Value.Absent _ ->
                Reason.KNOWN_AFTER_APPLY;
        };
    }

}

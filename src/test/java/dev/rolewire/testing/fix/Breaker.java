package dev.rolewire.testing.fix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rolewire.analysis.InputFile;
import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/// Breaks every wired slot of correct files in every way, by edits of their text which know nothing of how fixes are
/// written.
final class Breaker {

    private final CorrectInput input;

    private final Wiring wiring;

    private final List<Breakage> broken = new ArrayList<>();

    private final Set<String> seen = new HashSet<>();

    private int reached;

    private int unreached;

    private Breaker(CorrectInput input, Wiring wiring) {
        this.input = input;
        this.wiring = wiring;
    }

    /// The slots of some files.
    ///
    /// @param broken them, broken
    /// @param reached how many values of slots are references that could be broken
    /// @param unreached how many come from a place of which the text does not say that it
    /// is one
    record Slots(List<Breakage> broken, int reached, int unreached) {

    }

    static Slots all(CorrectInput input) {
        List<Breakage> broken = new ArrayList<>();
        int reached = 0;
        int unreached = 0;
        for (Wiring wiring : input.wirings()) {
            Breaker breaker = new Breaker(input, wiring);
            for (SlotUse use : wiring.slotUses()) {
                use.alternatives().forEach((alternative) -> breaker.slot(use, alternative));
            }
            broken.addAll(breaker.broken);
            broken.addAll(new TrustBreaker(input, wiring).all());
            reached += breaker.reached;
            unreached += breaker.unreached;
        }
        return new Slots(broken, reached, unreached);
    }

    private void slot(SlotUse use, SlotAlternative alternative) {
        if (use.resource().maker() != null || !(alternative.resolution() instanceof Resolution.Identified identified)
                || !(identified.identity() instanceof Identity.Local local)
                || !(alternative.value() instanceof Value.Reference reference) || identified.byName()
                || !use.slot().takes(identified.accepted().kind(), identified.accepted().form())) {
            return;
        }
        SourceFile source = alternative.origin().source();
        Place place = place(source, alternative.origin().span(), local, reference.attribute());
        if (place == null) {
            this.unreached++;
            return;
        }
        this.reached++;
        boolean arn = identified.accepted().form() == IdentityForm.ARN;
        IdentityKind kind = identified.accepted().kind();
        if (!use.slot().takes(kind, arn ? IdentityForm.NAME : IdentityForm.ARN)) {
            String other = place.withAttribute(this.wiring.catalog()
                .attributeFor(local.type(), arn ? IdentityForm.NAME : IdentityForm.ARN)
                .orElse(""));
            add(use, place, "wrong-identity-form", arn ? "name for ARN" : "ARN for name", other);
        }
        if (kind == IdentityKind.INSTANCE_PROFILE) {
            this.wiring.rolesOf(local)
                .stream()
                .filter((role) -> role.guard() == Guard.TRUE)
                .limit(1)
                .forEach((role) -> {
                    String form = place.withTarget(role.role());
                    add(use, place, "role-as-instance-profile", "role for profile", form);
                    withoutProfile(use, place, local, form);
                });
        }
        if (kind == IdentityKind.ROLE && !this.wiring.isProfileRoles(use)) {
            this.wiring.identities()
                .stream()
                .filter((other) -> other.type().kind() == IdentityKind.INSTANCE_PROFILE && !other.type().data())
                .filter((other) -> this.wiring.rolesOf(other)
                    .stream()
                    .anyMatch((role) -> role.role().resource() == local.resource()))
                .limit(1)
                .forEach((other) -> add(use, place, "instance-profile-as-role", "profile for role",
                        place.withTarget(other)));
        }
        if (!arn) {
            byName(use, place, local);
        }
        if (kind == IdentityKind.ROLE) {
            String id = use.slot().type().startsWith("AWS::") ? "RoleId" : "unique_id";
            add(use, place, "wrong-identity-kind", "unique id", place.withAttribute(id));
        }
        if (this.wiring.isProfileRoles(use)) {
            secondRole(use, place, local);
        }
    }

    private void byName(SlotUse use, Place place, Identity.Local local) {
        String name = this.wiring.nameOf(local);
        String property = local.type().nameProperty();
        Value written = property == null ? null : local.resource().properties().get(property);
        if (name != null && written != null && !name.isEmpty()
                && written.origin().source().textAt(written.origin().span()).contains(name)) {
            boolean yaml = place.source().uri().matches(".*\\.(ya?ml|template)") && !place.json();
            add(use, place, "dependency-by-name", "name written out", yaml ? name : '"' + name + '"');
        }
    }

    private void secondRole(SlotUse use, Place place, Identity.Local local) {
        String text = place.source().text();
        boolean list = use.property().contains("/");
        if (!list) {
            return;
        }
        this.wiring.identities()
            .stream()
            .filter((other) -> other.type().kind() == IdentityKind.ROLE && !other.type().data()
                    && other.resource() != local.resource() && other.resource().maker() == null)
            .limit(1)
            .forEach((other) -> {
                String second = place.withTarget(other);
                int line = text.lastIndexOf('\n', place.span().start()) + 1;
                String before = text.substring(line, place.span().start());
                String both = before.isBlank() || !before.strip().equals("-") ? place.text() + ", " + second
                        : place.text() + "\n" + before + second;
                if (second != null) {
                    add(use, place, "instance-profile-with-several-roles", "second role", both);
                }
            });
    }

    /// Takes the block of the profile out as well, when nothing else refers to it.
    private void withoutProfile(SlotUse use, Place place, Identity.Local profile, @Nullable String atSlot) {
        SourceFile source = profile.resource().origin().source();
        if (atSlot == null || source != place.source()) {
            return;
        }
        String text = source.text();
        Span block = Blocks.around(text, profile.resource().origin().span(), isTerraform(), place.json());
        String name = place.nameOf(profile);
        if (block == null || name == null || covers(block, place.span())) {
            return;
        }
        String rest = text.substring(0, block.start()) + text.substring(block.end());
        Matcher mentions = Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(rest);
        int count = 0;
        while (mentions.find()) {
            count++;
        }
        if (count != 1) {
            return;
        }
        String broken = place.span().start() < block.start()
                ? text.substring(0, place.span().start()) + atSlot + text.substring(place.span().end(), block.start())
                        + text.substring(block.end())
                : text.substring(0, block.start()) + text.substring(block.end(), place.span().start()) + atSlot
                        + text.substring(place.span().end());
        add(use, place, "role-as-instance-profile", "profile removed", this.input.with(source, broken));
    }

    private static boolean covers(Span outer, Span inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    private void add(SlotUse use, Place place, String rule, String way, @Nullable String text) {
        if (text != null && !text.equals(place.text())) {
            add(use, place, rule, way, this.input.with(place.source(), place.span(), text));
        }
    }

    private void add(SlotUse use, Place place, String rule, String way, List<InputFile> files) {
        if (this.seen.add(rule + way + place.source().uri() + place.span())) {
            String dialect = isTerraform() ? "HCL" : place.json() ? "JSON" : "YAML";
            this.broken.add(new Breakage(this.input.name(), dialect, rule, way, use.resource().address(),
                    use.property(), place.source().uri(), files, place.direct()));
        }
    }

    private boolean isTerraform() {
        return this.wiring.template().dialect().family() == Dialect.Family.TERRAFORM;
    }

    /// Where the reference is written: at the slot, or when the file mentions it once, in
    /// the local value, output or argument that the slot takes it from.
    private @Nullable Place place(SourceFile source, Span span, Identity.Local local, String attribute) {
        if (source.textAt(span).isEmpty()) {
            return null;
        }
        Place direct = Place.of(source, span, local, attribute, isTerraform(), true);
        if (direct != null || !isTerraform()) {
            return direct;
        }
        Place only = null;
        for (SourceFile file : this.wiring.template().sources()) {
            Matcher mention = Pattern
                .compile(Pattern.quote(Place.block(local)) + "(\\[[^\\]\\n]*\\])?\\." + attribute + "\\b")
                .matcher(file.text());
            while (mention.find()) {
                if (only != null) {
                    return null;
                }
                only = Place.of(file, new Span(mention.start(), mention.end()), local, attribute, true, false);
            }
        }
        return only;
    }

}

package dev.rolewire.wiring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rolewire.catalog.Catalog;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.IdentityType;
import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;

/// The identities that one or several templates make, by their names. One whose name is left to AWS has none that a
/// document could know before.
public final class MadeIdentities {

    /// None.
    public static final MadeIdentities NONE = new MadeIdentities(Set.of());

    private final Set<MadeIdentity> all;

    /// The names that are known. Only looked up.
    private final Map<IdentityKind, Set<String>> names = new EnumMap<>(IdentityKind.class);

    private final List<MadeIdentity> open = new ArrayList<>();

    private MadeIdentities(Set<MadeIdentity> all) {
        this.all = all;
        for (MadeIdentity identity : all) {
            if (identity.isKnown()) {
                this.names.computeIfAbsent(identity.kind(), (kind) -> new HashSet<>()).add(identity.texts().getFirst());
            }
            else {
                this.open.add(identity);
            }
        }
    }

    /// Those that a template makes.
    static MadeIdentities of(Template template, Catalog catalog) {
        Set<MadeIdentity> made = new LinkedHashSet<>();
        for (Resource resource : template.resources().values()) {
            if (resource.mode() == Resource.Mode.MANAGED && catalog.mayMakeIdentities(resource.type())) {
                Arrays.stream(IdentityKind.values()).map(MadeIdentity::any).forEach(made::add);
            }
            IdentityType type = catalog.identityType(resource.type(), resource.mode() == Resource.Mode.DATA)
                .orElse(null);
            if (type == null || type.data()) {
                continue;
            }
            if (type.impliedPrincipalProperty() != null) {
                made.add(MadeIdentity.serviceLinked());
            }
            Value name = type.nameProperty() == null ? null : resource.properties().get(type.nameProperty());
            if (name != null) {
                Alternatives.of(template.guards(), resource.condition(), name)
                    .stream()
                    .filter((alternative) -> !(alternative.value() instanceof Value.Absent))
                    .forEach((alternative) -> made.add(MadeIdentity.of(type.kind(), alternative.value())));
            }
        }
        return new MadeIdentities(made);
    }

    /// Those of several templates.
    public static MadeIdentities of(List<MadeIdentities> templates) {
        Set<MadeIdentity> made = new LinkedHashSet<>();
        templates.forEach((template) -> made.addAll(template.all));
        return new MadeIdentities(made);
    }

    /// Whether one of them has exactly this name.
    public boolean make(ExternalName name) {
        return name.kinds().stream().anyMatch((kind) -> make(kind, name.name()));
    }

    /// Whether one of them has, or may turn out to have, this name.
    public boolean mayMake(ExternalName name) {
        return name.kinds().stream().anyMatch((kind) -> mayMake(kind, name.name()));
    }

    boolean make(IdentityKind kind, String name) {
        return this.names.getOrDefault(kind, Set.of()).contains(name);
    }

    /// Whether one of them has this name as far as it is known, and something of it is
    /// known.
    boolean likelyMake(IdentityKind kind, String name) {
        return make(kind, name)
                || this.open.stream().anyMatch((identity) -> identity.isTelling() && identity.mayBe(kind, name));
    }

    boolean mayMake(IdentityKind kind, String name) {
        return make(kind, name) || this.open.stream().anyMatch((identity) -> identity.mayBe(kind, name));
    }

}

package dev.rolewire.wiring;

import java.util.LinkedHashSet;
import java.util.Set;

import dev.rolewire.catalog.Catalog;
import dev.rolewire.catalog.IdentityType;
import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;

/// The identities that a template makes, by their names. One whose name is left to AWS has none that a document could
/// know before.
final class MadeIdentities {

    private MadeIdentities() {
    }

    static Set<MadeIdentity> of(Template template, Catalog catalog) {
        Set<MadeIdentity> made = new LinkedHashSet<>();
        for (Resource resource : template.resources().values()) {
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
        return made;
    }

}

package dev.rolewire.catalog.maintenance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.rolewire.catalog.Catalog;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.catalog.LookAlike;
import dev.rolewire.catalog.SlotPath;
import dev.rolewire.model.Dialect.Family;

/// Compares the catalog with schemas.
///
/// @param types how many resource types the schemas have
/// @param properties how many properties
/// @param unknown identity-like properties that are neither slots nor look-alikes, as `type path`
/// @param vanished slots of types that the schemas have, at paths that they do not have
/// @param foreign types of slots that the schemas do not have
record CatalogCoverage(int types, int properties, SortedSet<String> unknown, SortedSet<String> vanished,
        SortedSet<String> foreign) {

    /// The provider, which the bindings have beside the resource types.
    private static final String PROVIDER = "aws";

    /// In the note of a slot that only older versions of the Terraform provider have.
    private static final String OLD_PROVIDER = "provider v5 only";

    /// Reads the schemas and compares.
    /// @param schemas a directory, wheel, zip or .tgz with CloudFormation resource
    /// schemas or with the JavaScript bindings
    /// of the Terraform provider
    static CatalogCoverage of(Catalog catalog, Path schemas) throws IOException {
        List<SchemaProperty> properties = new ArrayList<>();
        SchemaFiles.forEach(schemas, CatalogCoverage::isSchema, (name, text) -> properties
            .addAll(name.endsWith(".json") ? CloudFormationSchema.read(text) : TerraformBinding.read(text)));
        return compare(catalog, properties);
    }

    private static boolean isSchema(String name) {
        return name.endsWith(".json") || (name.endsWith("/index.js") && !name.contains("/data-"));
    }

    private static CatalogCoverage compare(Catalog catalog, List<SchemaProperty> properties) {
        Set<String> known = known(catalog);
        Set<String> types = new HashSet<>();
        Set<String> paths = new HashSet<>();
        Set<String> open = new HashSet<>();
        SortedSet<String> unknown = new TreeSet<>();
        for (SchemaProperty property : properties) {
            String row = row(property.type(), property.path());
            types.add(property.type());
            paths.add(row);
            if (property.open()) {
                open.add(row);
            }
            if (IdentityLike.test(property) && !known.contains(row)) {
                unknown.add(row);
            }
        }
        SortedSet<String> vanished = new TreeSet<>();
        SortedSet<String> foreign = new TreeSet<>();
        Set<Family> families = new HashSet<>();
        types.forEach((type) -> families.add(type.contains("::") ? Family.CLOUDFORMATION : Family.TERRAFORM));
        for (IdentitySlot slot : families.stream().flatMap((family) -> catalog.slots(family).stream()).toList()) {
            if (slot.note() != null && slot.note().contains(OLD_PROVIDER)) {
                continue;
            }
            if (!types.contains(slot.type())) {
                foreign.add(slot.type());
            }
            else if (!leads(slot.type() + " ", slot.path().segments(), paths, open)) {
                vanished.add(row(slot.type(), slot.path().segments()));
            }
        }
        return new CatalogCoverage(types.size(), paths.size(), unknown, vanished, foreign);
    }

    /// Whether a path is in the schema; a map takes any name, and what is not described
    /// holds anything.
    private static boolean leads(String before, List<String> segments, Set<String> paths, Set<String> open) {
        if (segments.isEmpty()) {
            return true;
        }
        List<String> rest = segments.subList(1, segments.size());
        for (String segment : List.of(segments.getFirst(), "{}")) {
            String place = before + segment;
            if (open.contains(place) || (paths.contains(place) && leads(place + "/", rest, paths, open))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> known(Catalog catalog) {
        Set<String> known = new HashSet<>(rows(catalog, Family.CLOUDFORMATION));
        known.addAll(rows(catalog, Family.TERRAFORM));
        catalog.providerSlotsOf(PROVIDER).forEach((slot) -> known.add(row(PROVIDER, slot.path().segments())));
        return known;
    }

    private static List<String> rows(Catalog catalog, Family family) {
        List<String> rows = new ArrayList<>();
        for (IdentitySlot slot : catalog.slots(family)) {
            rows.add(row(slot.type(), slot.path().segments()));
        }
        for (LookAlike lookAlike : catalog.lookAlikes(family)) {
            rows.add(row(lookAlike.type(), SlotPath.parse(lookAlike.path()).segments()));
        }
        return rows;
    }

    private static String row(String type, List<String> path) {
        return type + " " + String.join("/", path);
    }

}

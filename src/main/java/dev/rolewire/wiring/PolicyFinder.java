package dev.rolewire.wiring;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.catalog.Catalog;
import dev.rolewire.catalog.PolicyPlace;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;

/// Finds the policy documents of a template by the places that the catalog lists.
final class PolicyFinder {

    private PolicyFinder() {
    }

    /// Finds all policy documents that the template has, by resource in source order.
    /// What
    /// a transform makes of them is not looked at again.
    static List<PolicyUse> find(Template template, Catalog catalog) {
        List<PolicyUse> found = new ArrayList<>();
        for (Resource resource : template.resources().values()) {
            if (resource.mode() == Resource.Mode.MANAGED && resource.maker() == null) {
                for (PolicyPlace place : catalog.policyPlacesOf(resource.type())) {
                    PlaceFinder.find(template.guards(), resource, place.path())
                        .forEach((use) -> found
                            .add(new PolicyUse(resource, place, use.property(), use.guard(), use.value())));
                }
            }
        }
        return List.copyOf(found);
    }

}

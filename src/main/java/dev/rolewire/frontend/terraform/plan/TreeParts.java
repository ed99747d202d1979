package dev.rolewire.frontend.terraform.plan;

import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/// A plan or state that is held as a whole.
///
/// @param document its root
record TreeParts(Place document) implements PlanParts {

    @Override
    public void changes(Consumer<Place> receiver) {
        this.document.get("resource_changes").items().forEach(receiver);
    }

    @Override
    public void values(String part, ValuesReceiver receiver) {
        Place values = part.equals("prior_state") ? this.document.get(part).get("values") : this.document.get(part);
        Place root = values.get("root_module");
        receiver.root(root);
        module(root, receiver);
    }

    private static void module(Place module, ValuesReceiver receiver) {
        module.get("resources").items().forEach(receiver::resource);
        module.get("child_modules").items().forEach((child) -> module(child, receiver));
    }

    @Override
    public @Nullable Predicate<String> askedFor(PlannedResource resource) {
        return null;
    }

    @Override
    public int omitted() {
        return 0;
    }

}

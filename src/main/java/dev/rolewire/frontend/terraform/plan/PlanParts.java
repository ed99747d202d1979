package dev.rolewire.frontend.terraform.plan;

import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/// How a plan or state is read: from its whole tree, or piece by piece.
interface PlanParts {

    /// The document. What is read piece by piece is there without the resources.
    Place document();

    /// Goes through `resource_changes`, which is a list.
    void changes(Consumer<Place> receiver);

    /// Goes through the resources of all modules of `planned_values`,
    /// `prior_state.values`
    /// or `values`.
    void values(String part, ValuesReceiver receiver);

    /// The attributes that other resources may ask a resource for once it was lowered;
    /// null when all values are held anyway.
    @Nullable Predicate<String> askedFor(PlannedResource resource);

    /// How many resources were left out, because nothing depends on what they are.
    int omitted();

    /// Takes the resources of planned or prior values.
    interface ValuesReceiver {

        /// Takes the root module, before the resources.
        void root(Place module);

        /// Takes a resource.
        void resource(Place entry);

    }

}

package dev.rolewire.frontend.cloudformation.serverless;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import org.jspecify.annotations.Nullable;

/// What the transform makes of the resources of one type.
///
/// @param becomes the type of the resource that keeps the logical id, or null when none does
/// @param notGlobal properties that the type has and that `Globals` refuses
/// @param refers the types of what `Ref` of `Id.Name` leads to, by the name
/// @param makes the resources that it adds
record ServerlessType(@Nullable String becomes, List<String> notGlobal, SequencedMap<String, String> refers,
        List<Made> makes) {

    ServerlessType {
        notGlobal = List.copyOf(notGlobal);
        refers = new LinkedHashMap<>(refers);
        makes = List.copyOf(makes);
    }

    /// One resource that the transform adds.
    ///
    /// @param id its logical id: `${id}` that of the resource, `${key}` the key that `*`
    /// of `each` stands for, `${Name}` the text of a property
    /// @param type its resource type
    /// @param each the path of the objects that each have one; empty for the resource
    /// itself
    /// @param when the texts that fields of that object must have, one of each
    /// @param unless the texts that fields of that object must not have
    /// @param fills the path of the property, in that object, that gets its ARN unless it
    /// is set; empty when there is none
    /// @param branches whether no value in an alternative of that property counts as not
    /// set
    /// @param shared whether several resources have it together
    /// @param trust the service that may assume it, or null when it is no role
    /// @param trustFrom the property with a trust policy that takes the place of that, or
    /// null
    /// @param copies paths in that object by the property of it that takes the value over
    /// @param onlyHere paths in that object of what has no effect where it is not made
    /// @param sets ids of other resources that are made, by the path of the property that
    /// holds their ARN
    record Made(String id, String type, List<String> each, SequencedMap<String, List<String>> when,
            SequencedMap<String, List<String>> unless, List<String> fills, boolean branches, boolean shared,
            @Nullable String trust, @Nullable String trustFrom, SequencedMap<String, List<String>> copies,
            List<List<String>> onlyHere, SequencedMap<String, List<String>> sets) {

        Made {
            each = List.copyOf(each);
            when = new LinkedHashMap<>(when);
            unless = new LinkedHashMap<>(unless);
            fills = List.copyOf(fills);
            copies = new LinkedHashMap<>(copies);
            onlyHere = List.copyOf(onlyHere);
            sets = new LinkedHashMap<>(sets);
        }

    }

}

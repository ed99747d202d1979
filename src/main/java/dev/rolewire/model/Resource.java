package dev.rolewire.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// One resource of a template.
///
/// @param address CloudFormation logical id, or Terraform address with module path and instance key
/// @param type `AWS::EC2::Instance`, `aws_instance`
/// @param mode whether the template makes it, only reads it, or is set up by it
/// @param change what the deployment does to it
/// @param condition when it exists at all
/// @param properties its properties or arguments
/// @param complete whether `properties` holds all that the resource will have; false when a macro or transform may add
/// some, so that a property not written need not be missing
/// @param dependencies addresses that it is ordered after besides the references in its properties (`DependsOn`,
/// `depends_on`, references that a plan shows only in its configuration)
/// @param origin the resource's key (or in a plan its entry)
/// @param typeOrigin the value of `Type`; in a plan the same as `origin`
/// @param instanceKey the `count` or `for_each` key as written in the address, without brackets; null when there is none
/// @param maker the address of the resource that a transform of AWS makes this one of; null when the document has it
public record Resource(String address, String type, Mode mode, Change change, Guard condition,
        Value.ObjectValue properties, boolean complete, List<String> dependencies, Origin origin, Origin typeOrigin,
        @Nullable String instanceKey, @Nullable String maker) {

    /// A resource that the document has itself.
    public Resource(String address, String type, Mode mode, Change change, Guard condition,
            Value.ObjectValue properties, boolean complete, List<String> dependencies, Origin origin, Origin typeOrigin,
            @Nullable String instanceKey) {
        this(address, type, mode, change, condition, properties, complete, dependencies, origin, typeOrigin,
                instanceKey, null);
    }

    /// Whether the template makes a resource or only reads it.
    public enum Mode {

        MANAGED, DATA,

        /// No resource: the settings of a Terraform provider, its type the provider's
        /// name. It is in place before anything
        /// is made.
        PROVIDER

    }

    /// What the deployment does to a resource. Destroyed ones are not in the model.
    public enum Change {

        /// It is created, updated or replaced: AWS judges its properties.
        APPLIED,
        /// It stays as it is: only what its workload needs can fail.
        UNCHANGED

    }

}

package dev.rolewire.frontend.cloudformation.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.frontend.FrontendOptions;
import org.jspecify.annotations.Nullable;

/// What is known of the deployment of one template.
///
/// @param options what the request says, and what files of the bundle add to it
/// @param stackName the stack's name, or null when not known
/// @param assignments parameter values in files of the bundle: any one of them may be used
public record StackSettings(FrontendOptions options, @Nullable String stackName, List<Assignment> assignments) {

    /// Values for the parameters of a template.
    ///
    /// @param name the file, with the environment in it where it has several
    /// @param parameters the values
    public record Assignment(String name, SequencedMap<String, String> parameters) {

    }

    /// Only what the request says.
    public static StackSettings of(FrontendOptions options) {
        return new StackSettings(options, null, List.of());
    }

    /// Adds where the template is deployed to, unless the request says it.
    StackSettings at(@Nullable String region, @Nullable String accountId) {
        return new StackSettings(
                new FrontendOptions(this.options.parameters(),
                        this.options.region() != null ? this.options.region() : region,
                        this.options.accountId() != null ? this.options.accountId() : accountId),
                this.stackName, this.assignments);
    }

    StackSettings named(@Nullable String name) {
        return new StackSettings(this.options, name != null ? name : this.stackName, this.assignments);
    }

    /// Adds values that are used for certain, unless the request gives others.
    StackSettings given(SequencedMap<String, String> parameters) {
        SequencedMap<String, String> all = new LinkedHashMap<>(parameters);
        all.putAll(this.options.parameters());
        return new StackSettings(new FrontendOptions(all, this.options.region(), this.options.accountId()),
                this.stackName, this.assignments);
    }

    StackSettings assigned(List<Assignment> more) {
        return more.isEmpty() ? this : new StackSettings(this.options, this.stackName, List.copyOf(more));
    }

}

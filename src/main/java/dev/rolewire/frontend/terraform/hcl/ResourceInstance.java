package dev.rolewire.frontend.terraform.hcl;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// One instance of a resource or data source.
final class ResourceInstance {

    private final Evaluation evaluation;

    private final ConfigBlock block;

    private final Expander.Instance instance;

    private final boolean data;

    private final BlockBody body;

    private final Map<String, Value> arguments = new HashMap<>();

    private final Set<String> open = new HashSet<>();

    private @Nullable Value policy;

    private boolean policyOpen;

    ResourceInstance(Evaluation evaluation, ConfigBlock block, Expander.Instance instance, boolean data) {
        this.evaluation = evaluation;
        this.block = block;
        this.instance = instance;
        this.data = data;
        this.body = new BlockBody(evaluation, instance.scope());
    }

    String address() {
        return this.instance.address();
    }

    @Nullable String key() {
        return this.instance.key();
    }

    ConfigBlock block() {
        return this.block;
    }

    String type() {
        return this.block.label(0);
    }

    boolean data() {
        return this.data;
    }

    Guard guard() {
        return this.instance.scope().guard();
    }

    Origin origin() {
        return this.block.header(this.instance.scope().pointer());
    }

    /// What an argument is set to, nested blocks as a list; null when it is not set, or
    /// while it is being evaluated.
    @Nullable Value argument(String name) {
        Value known = this.arguments.get(name);
        if (known != null) {
            return known;
        }
        if (!this.open.add(name)) {
            return null;
        }
        Value found = this.body.part(this.block.parts(), name);
        this.open.remove(name);
        if (found != null) {
            this.arguments.put(name, found);
        }
        return found;
    }

    /// All arguments.
    Value.ObjectValue properties() {
        return this.body.properties(this.block.parts(), this::argument, origin());
    }

    /// What an attribute holds that is not looked up by reference: the text of a policy
    /// document, the place of the
    /// deployment; null when it is a reference.
    @Nullable Value given(String attribute, Origin origin) {
        if (!this.data) {
            return null;
        }
        boolean text = attribute.equals("json") || attribute.equals("minified_json");
        if (type().equals("aws_iam_policy_document") && text) {
            Value found = policy();
            return found == null ? this.evaluation.failures().of("a policy document that refers to itself", origin)
                    : attribute.equals("json") ? found : PolicyText.minified(found);
        }
        ModuleInstance module = this.instance.scope().module();
        return module == null ? null
                : this.evaluation.providers().surroundings(module, this.block).attribute(type(), attribute, origin);
    }

    /// The policy of an `aws_iam_policy_document`; null while it is being made.
    private @Nullable Value policy() {
        if (this.policy == null) {
            if (this.policyOpen) {
                return null;
            }
            this.policyOpen = true;
            this.policy = new PolicyDocumentData(this.evaluation).document(properties());
            this.policyOpen = false;
        }
        return this.policy;
    }

}

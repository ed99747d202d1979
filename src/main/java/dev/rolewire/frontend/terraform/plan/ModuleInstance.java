package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.frontend.terraform.plan.ConfigModule.Call;
import dev.rolewire.frontend.terraform.plan.ResourceAddress.ModuleStep;
import org.jspecify.annotations.Nullable;

/// One instance of a module: the root, or what a module call makes under one key.
final class ModuleInstance {

    private final @Nullable ModuleInstance parent;

    private final String name;

    private final @Nullable Step key;

    private final ConfigModule config;

    private final Map<String, Map<String, ModuleInstance>> children = new LinkedHashMap<>();

    private ModuleInstance(@Nullable ModuleInstance parent, String name, @Nullable Step key, ConfigModule config) {
        this.parent = parent;
        this.name = name;
        this.key = key;
        this.config = config;
    }

    static ModuleInstance root(ConfigModule config) {
        return new ModuleInstance(null, "", null, config);
    }

    /// The module that calls this one; null for the root.
    @Nullable ModuleInstance parent() {
        return this.parent;
    }

    /// The name of the call that makes it.
    String name() {
        return this.name;
    }

    @Nullable Step key() {
        return this.key;
    }

    /// The names of the calls that lead to it, joined by dots; empty for the root.
    String path() {
        if (this.parent == null) {
            return "";
        }
        String above = this.parent.path();
        return above.isEmpty() ? this.name : above + "." + this.name;
    }

    /// The address that the configuration has for a block of this module: without keys.
    String configurationAddress(ResourceAddress.BlockName block) {
        StringBuilder text = new StringBuilder();
        for (ModuleInstance at = this; at != null && at.parent != null; at = at.parent) {
            text.insert(0, "module." + at.name + ".");
        }
        return text.append(block).toString();
    }

    ConfigModule config() {
        return this.config;
    }

    /// The call that makes it, or null for the root and for a call that the configuration
    /// does not show.
    @Nullable Call call() {
        return this.parent == null ? null : this.parent.config.call(this.name);
    }

    /// The instance that a call makes under a key.
    ModuleInstance child(String call, @Nullable Step childKey) {
        return this.children.computeIfAbsent(call, (_) -> new LinkedHashMap<>())
            .computeIfAbsent(childKey == null ? "" : childKey.canonical(), (_) -> {
                Call config = this.config.call(call);
                return new ModuleInstance(this, call, childKey, config == null ? ConfigModule.ABSENT : config.module());
            });
    }

    /// The instance that a path of calls leads to.
    ModuleInstance descendant(List<ModuleStep> path) {
        ModuleInstance at = this;
        for (ModuleStep step : path) {
            at = at.child(step.name(), step.key());
        }
        return at;
    }

    /// The instances of a call that were asked for so far: those that hold resources.
    List<ModuleInstance> children(String call) {
        return new ArrayList<>(this.children.getOrDefault(call, Map.of()).values());
    }

    /// Whether an instance of a call that was asked for so far has a key.
    boolean hasKeyedChildren(String call) {
        return this.children.getOrDefault(call, Map.of())
            .keySet()
            .stream()
            .anyMatch((canonical) -> !canonical.isEmpty());
    }

    /// All child instances that were asked for so far.
    List<ModuleInstance> children() {
        return this.children.values().stream().flatMap((instances) -> instances.values().stream()).toList();
    }

}

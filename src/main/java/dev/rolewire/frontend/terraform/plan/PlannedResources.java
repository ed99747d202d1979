package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

import dev.rolewire.frontend.terraform.plan.ResourceAddress.BlockName;
import org.jspecify.annotations.Nullable;

/// The resource instances of one plan or state, by address, by block and by configuration address.
final class PlannedResources {

    private final Map<String, PlannedResource> byAddress = new LinkedHashMap<>();

    private final Map<ModuleInstance, Map<BlockName, Map<String, PlannedResource>>> byBlock = new HashMap<>();

    private final Map<String, List<PlannedResource>> byConfigurationAddress = new HashMap<>();

    private final Map<String, SequencedSet<String>> stateDependencies = new HashMap<>();

    /// Adds an instance, unless one of its address is there.
    void add(PlannedResource resource, String configurationAddress) {
        if (this.byAddress.putIfAbsent(resource.address(), resource) != null) {
            return;
        }
        this.byBlock.computeIfAbsent(resource.module(), (_) -> new LinkedHashMap<>())
            .computeIfAbsent(resource.block(), (_) -> new LinkedHashMap<>())
            .putIfAbsent(canonical(resource.key()), resource);
        this.byConfigurationAddress.computeIfAbsent(configurationAddress, (_) -> new ArrayList<>()).add(resource);
    }

    /// Keeps the configuration addresses that a state lists as dependencies of an
    /// instance: what one instance of a block depends on, all do.
    void addStateDependencies(String configurationAddress, List<String> dependencies) {
        if (!dependencies.isEmpty()) {
            this.stateDependencies.computeIfAbsent(configurationAddress, (_) -> new LinkedHashSet<>())
                .addAll(dependencies);
        }
    }

    SequencedSet<String> stateDependencies(String configurationAddress) {
        return this.stateDependencies.getOrDefault(configurationAddress, new LinkedHashSet<>());
    }

    boolean contains(String address) {
        return this.byAddress.containsKey(address);
    }

    Collection<PlannedResource> all() {
        return this.byAddress.values();
    }

    @Nullable PlannedResource byAddress(String address) {
        return this.byAddress.get(address);
    }

    /// The instance of a block under a key.
    @Nullable PlannedResource instance(ModuleInstance module, BlockName block, @Nullable Step key) {
        return instancesByKey(module, block).get(canonical(key));
    }

    /// All instances of a block in one module instance.
    Collection<PlannedResource> instances(ModuleInstance module, BlockName block) {
        return instancesByKey(module, block).values();
    }

    /// All instances in one module instance.
    List<PlannedResource> instances(ModuleInstance module) {
        return this.byBlock.getOrDefault(module, Map.of())
            .values()
            .stream()
            .flatMap((instances) -> instances.values().stream())
            .toList();
    }

    /// All instances of a block in all instances of its module, by the address that the
    /// configuration has for it.
    List<PlannedResource> byConfigurationAddress(String address) {
        return this.byConfigurationAddress.getOrDefault(address, List.of());
    }

    private Map<String, PlannedResource> instancesByKey(ModuleInstance module, BlockName block) {
        return this.byBlock.getOrDefault(module, Map.of()).getOrDefault(block, Map.of());
    }

    private static String canonical(@Nullable Step key) {
        return key == null ? "" : key.canonical();
    }

}

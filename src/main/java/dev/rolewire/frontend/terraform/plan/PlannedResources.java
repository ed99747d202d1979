package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;

import dev.rolewire.frontend.terraform.plan.ResourceAddress.BlockName;
import org.jspecify.annotations.Nullable;

/// The resource instances of one plan or state, by address, by block and by configuration address.
final class PlannedResources {

    private final Map<String, PlannedResource> byAddress = new LinkedHashMap<>();

    private final Map<ModuleInstance, Map<BlockName, Instances>> byBlock = new HashMap<>();

    private @Nullable Map<String, List<PlannedResource>> byConfigurationAddress;

    private final Map<String, SequencedSet<String>> stateDependencies = new HashMap<>();

    /// The instances of a block in one module instance: nearly always one.
    private static final class Instances {

        private final PlannedResource first;

        private @Nullable Map<String, PlannedResource> all;

        Instances(PlannedResource first) {
            this.first = first;
        }

        void add(PlannedResource resource) {
            Map<String, PlannedResource> known = this.all;
            if (known == null) {
                known = new LinkedHashMap<>();
                known.put(canonical(this.first.key()), this.first);
                this.all = known;
            }
            known.putIfAbsent(canonical(resource.key()), resource);
        }

        @Nullable PlannedResource get(@Nullable Step key) {
            return this.all != null ? this.all.get(canonical(key))
                    : Objects.equals(canonical(key), canonical(this.first.key())) ? this.first : null;
        }

        Collection<PlannedResource> all() {
            return this.all == null ? List.of(this.first) : this.all.values();
        }

    }

    /// Adds an instance, unless one of its address is there.
    void add(PlannedResource resource) {
        if (this.byAddress.putIfAbsent(resource.address(), resource) != null) {
            return;
        }
        Map<BlockName, Instances> blocks = this.byBlock.computeIfAbsent(resource.module(),
                (_) -> new LinkedHashMap<>());
        Instances instances = blocks.get(resource.block());
        if (instances == null) {
            blocks.put(resource.block(), new Instances(resource));
        }
        else {
            instances.add(resource);
        }
    }

    /// Keeps the configuration addresses that a state lists as dependencies of an
    /// instance: what one instance of a block depends on, all do.
    void addStateDependencies(String configurationAddress, List<String> dependencies) {
        if (!dependencies.isEmpty()) {
            this.stateDependencies.computeIfAbsent(configurationAddress, (_) -> new LinkedHashSet<>())
                .addAll(dependencies);
        }
    }

    /// What a state lists as dependencies of a block.
    SequencedSet<String> stateDependencies(ModuleInstance module, BlockName block) {
        SequencedSet<String> known = this.stateDependencies.isEmpty() ? null
                : this.stateDependencies.get(module.configurationAddress(block));
        return known == null ? new LinkedHashSet<>() : known;
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
        Instances instances = this.byBlock.getOrDefault(module, Map.of()).get(block);
        return instances == null ? null : instances.get(key);
    }

    /// All instances of a block in one module instance.
    Collection<PlannedResource> instances(ModuleInstance module, BlockName block) {
        Instances instances = this.byBlock.getOrDefault(module, Map.of()).get(block);
        return instances == null ? List.of() : instances.all();
    }

    /// All instances in one module instance.
    List<PlannedResource> instances(ModuleInstance module) {
        return this.byBlock.getOrDefault(module, Map.of())
            .values()
            .stream()
            .flatMap((instances) -> instances.all().stream())
            .toList();
    }

    /// All instances of a block in all instances of its module, by the address that the
    /// configuration has for it. To be asked when all were added.
    List<PlannedResource> byConfigurationAddress(String address) {
        Map<String, List<PlannedResource>> known = this.byConfigurationAddress;
        if (known == null) {
            known = new HashMap<>();
            for (PlannedResource resource : this.byAddress.values()) {
                known
                    .computeIfAbsent(resource.module().configurationAddress(resource.block()), (_) -> new ArrayList<>())
                    .add(resource);
            }
            this.byConfigurationAddress = known;
        }
        return known.getOrDefault(address, List.of());
    }

    private static String canonical(@Nullable Step key) {
        return key == null ? "" : key.canonical();
    }

}

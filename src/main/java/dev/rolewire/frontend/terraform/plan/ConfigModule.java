package dev.rolewire.frontend.terraform.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.rolewire.frontend.terraform.plan.ResourceAddress.BlockName;
import dev.rolewire.model.Pointer;
import org.jspecify.annotations.Nullable;

/// One module of a plan's `configuration`, with lookups by name.
final class ConfigModule {

    static final ConfigModule ABSENT = new ConfigModule(Place.NOWHERE);

    private final Place place;

    private final Map<BlockName, Block> blocks = new LinkedHashMap<>();

    private final Map<String, Call> calls = new HashMap<>();

    ConfigModule(Place place) {
        this.place = place;
        for (Place resource : place.get("resources").items()) {
            String type = resource.get("type").text();
            String name = resource.get("name").text();
            if (type != null && name != null) {
                boolean data = "data".equals(resource.get("mode").text());
                BlockName block = new BlockName(data, type, name);
                this.blocks.put(block, new Block(block, resource));
            }
        }
    }

    /// A resource block.
    ///
    /// @param name its name
    /// @param place the block in `configuration`
    /// @param expressions its arguments
    /// @param forEach the expression of `for_each`; without a node when there is none
    record Block(BlockName name, Place place, Place expressions, Place forEach) {

        Block(BlockName name, Place place) {
            this(name, place, place.get("expressions"), place.get("for_each_expression"));
        }

        /// The configuration of the provider that makes it, or null when that is not
        /// shown.
        @Nullable String provider() {
            return this.place.get("provider_config_key").text();
        }

        /// Whether its instances have keys.
        boolean isKeyed() {
            return this.forEach.node() != null || this.place.get("count_expression").node() != null;
        }

    }

    /// A module call.
    ///
    /// @param place the call in `configuration`
    /// @param module the called module
    record Call(Place place, ConfigModule module) {

        Place forEach() {
            return this.place.get("for_each_expression");
        }

        boolean isKeyed() {
            return forEach().node() != null || this.place.get("count_expression").node() != null;
        }

    }

    @Nullable Block block(BlockName name) {
        return this.blocks.get(name);
    }

    Iterable<BlockName> blockNames() {
        return this.blocks.keySet();
    }

    @Nullable Call call(String name) {
        Call known = this.calls.get(name);
        if (known == null) {
            Place call = this.place.get("module_calls").get(name);
            if (!call.isMapping()) {
                return null;
            }
            known = new Call(call, new ConfigModule(call.get("module")));
            this.calls.put(name, known);
        }
        return known;
    }

    /// The expression of an output; without a node when the module has no such output.
    Place output(String name) {
        return this.place.get("outputs").get(name).get("expression");
    }

    Place outputs() {
        return this.place.get("outputs");
    }

    Place calls() {
        return this.place.get("module_calls");
    }

    /// The pointer of the module.
    Pointer pointer() {
        return this.place.pointer();
    }

}

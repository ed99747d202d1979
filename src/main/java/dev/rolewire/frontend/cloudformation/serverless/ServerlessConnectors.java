package dev.rolewire.frontend.cloudformation.serverless;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// The managed policies that the transform makes of connectors.
public final class ServerlessConnectors {

    private static final String POLICY = "AWS::IAM::ManagedPolicy";

    private final Function<String, @Nullable String> typeOf;

    /// @param typeOf the type of a resource by its logical id
    public ServerlessConnectors(Function<String, @Nullable String> typeOf) {
        this.typeOf = typeOf;
    }

    /// What a connector makes that stands for itself; nothing of other resources.
    public List<Resource> explicit(Resource resource) {
        if (!resource.type().equals(ServerlessTypes.PREFIX + "Connector")) {
            return List.of();
        }
        return policies(resource, resource.address(), end(resource.properties().get("Source")),
                resource.properties().get("Destination"));
    }

    /// What the connectors make that stand in a resource.
    /// @param connectors its `Connectors`
    public List<Resource> embedded(Resource resource, Value connectors) {
        List<Resource> made = new ArrayList<>();
        if (connectors instanceof Value.ObjectValue object) {
            for (Value.Field connector : object.fields()) {
                if (connector.value() instanceof Value.ObjectValue body
                        && body.get("Properties") instanceof Value.ObjectValue properties) {
                    made.addAll(policies(resource, resource.address() + connector.key(), plain(resource.type()),
                            properties.get("Destination")));
                }
            }
        }
        return made;
    }

    private List<Resource> policies(Resource maker, String id, @Nullable String source, @Nullable Value destination) {
        List<Resource> made = new ArrayList<>();
        if (destination instanceof Value.ListValue list) {
            for (int i = 0; i < list.items().size(); i++) {
                add(maker, id + "PolicyDestination" + i, source, end(list.items().get(i)), made);
            }
        }
        else {
            add(maker, id + "Policy", source, end(destination), made);
        }
        return made;
    }

    private static void add(Resource maker, String id, @Nullable String source, @Nullable String destination,
            List<Resource> made) {
        if (source != null && Holder.POLICIES.getOrDefault(source, List.of()).contains(String.valueOf(destination))) {
            made.add(ServerlessExpansion.bare(maker, id, POLICY, maker.origin()));
        }
    }

    /// The type of one end of a connector, as the transform leaves it.
    private @Nullable String end(@Nullable Value value) {
        if (!(value instanceof Value.ObjectValue object)) {
            return null;
        }
        if (object.get("Id") instanceof Value.Literal id) {
            String type = this.typeOf.apply(id.text());
            return type == null ? null : plain(type);
        }
        return object.get("Type") instanceof Value.Literal type ? plain(type.text()) : null;
    }

    private static String plain(String type) {
        ServerlessType serverless = ServerlessTypes.all().get(type);
        return serverless == null || serverless.becomes() == null ? type : serverless.becomes();
    }

    private static final class Holder {

        private static final Map<String, List<String>> POLICIES = DataFile.texts(DataFile.read("connectors.yaml"));

    }

}

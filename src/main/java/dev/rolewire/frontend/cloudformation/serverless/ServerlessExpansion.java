package dev.rolewire.frontend.cloudformation.serverless;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;

/// What the transform makes of a resource: the roles that it adds stand in the model beside it, and the properties that
/// they are for refer to them.
///
/// The resource keeps its type and its properties, so that what is said of it is said in the words of its document. A
/// resource that is surely not made, although its name is that of one that could be, is there with a condition that never
/// holds.
public final class ServerlessExpansion {

    private final GuardSpace guards;

    private final String prefix;

    private final Guard exists;

    private final Set<String> declared;

    private final SequencedMap<String, Resource> made = new LinkedHashMap<>();

    /// @param guards the conditions of the document
    /// @param prefix what the addresses of the template's resources start with
    /// @param exists when the stack exists
    /// @param declared the logical ids that the document has itself; nothing is made that
    /// would replace them
    public ServerlessExpansion(GuardSpace guards, String prefix, Guard exists, Set<String> declared) {
        this.guards = guards;
        this.prefix = prefix;
        this.exists = exists;
        this.declared = declared;
    }

    /// What has been made so far, by logical id.
    public SequencedMap<String, Resource> made() {
        return this.made;
    }

    /// Makes what a resource leads to.
    /// @return the resource with the identities that it is given; a resource of another
    /// type as it is
    public Resource expand(Resource resource) {
        ServerlessType type = ServerlessTypes.all().get(resource.type());
        if (type == null) {
            return resource;
        }
        Value.ObjectValue properties = resource.properties();
        for (ServerlessType.Made what : type.makes()) {
            properties = new Step(resource, what).apply(properties);
        }
        type.refers().forEach((name, target) -> {
            String id = resource.address() + "." + name;
            this.made.putIfAbsent(id, bare(resource, id, target, resource.origin()));
        });
        return new Resource(resource.address(), resource.type(), resource.mode(), resource.change(),
                resource.condition(), properties, resource.complete(), resource.dependencies(), resource.origin(),
                resource.typeOrigin(), resource.instanceKey(), resource.maker());
    }

    /// A resource that is made, of which nothing but its type is known.
    static Resource bare(Resource maker, String id, String type, Origin origin) {
        return new Resource(id, type, maker.mode(), maker.change(), maker.condition(),
                new Value.ObjectValue(List.of(), origin), false, List.of(), origin, origin, null, maker.address());
    }

    /// One row of what is made, for one resource.
    private final class Step {

        private final Resource maker;

        private final ServerlessType.Made what;

        private Step(Resource maker, ServerlessType.Made what) {
            this.maker = maker;
            this.what = what;
        }

        private Value.ObjectValue apply(Value.ObjectValue properties) {
            Value applied = each(properties, 0, this.maker.condition(), "", this.maker.origin());
            return applied instanceof Value.ObjectValue object ? object : properties;
        }

        /// Walks to the objects that each have one.
        private Value each(Value value, int depth, Guard guard, String key, Origin origin) {
            if (guard == Guard.FALSE) {
                return value;
            }
            if (value instanceof Value.Choice(var condition, var then, var otherwise, var at)) {
                GuardSpace guards = ServerlessExpansion.this.guards;
                return new Value.Choice(condition, each(then, depth, guards.and(guard, condition), key, origin),
                        each(otherwise, depth, guards.and(guard, guards.not(condition)), key, origin), at);
            }
            if (!(value instanceof Value.ObjectValue object)) {
                return value;
            }
            if (depth == this.what.each().size()) {
                return make(object, guard, key, origin);
            }
            String segment = this.what.each().get(depth);
            List<Value.Field> fields = new ArrayList<>();
            for (Value.Field field : object.fields()) {
                boolean wild = segment.equals("*");
                boolean there = wild || field.key().equals(segment);
                fields.add(there
                        ? new Value.Field(field.key(), field.keyOrigin(),
                                each(field.value(), depth + 1, guard, wild ? field.key() : key, field.keyOrigin()))
                        : field);
            }
            return new Value.ObjectValue(fields, object.origin());
        }

        private Value make(Value.ObjectValue object, Guard guard, String key, Origin origin) {
            String id = id(this.what.id(), key);
            boolean excluded = this.what.unless()
                .entrySet()
                .stream()
                .anyMatch((field) -> Fields.isOneOf(object.get(field.getKey()), field.getValue()));
            boolean selected = this.what.when()
                .entrySet()
                .stream()
                .allMatch((field) -> Fields.isOneOf(object.get(field.getKey()), field.getValue()));
            if (id.contains("${") || excluded || !selected || isDeclared(id)) {
                return object;
            }
            if (this.what.fills().isEmpty()) {
                add(id, object, guard, key, origin);
                return object;
            }
            Filling filling = new Filling(ServerlessExpansion.this.guards, this.what,
                    this.maker.complete() ? Fields.doubt(object, this.what.unless()) : Reason.MACRO, id, origin);
            Value.ObjectValue filled = filling.fill(object, guard);
            add(id, object, filling.made(), key, origin);
            return filled;
        }

        private String id(String pattern, String key) {
            String prefix = ServerlessExpansion.this.prefix;
            return prefix + ServerlessNames.resolve(pattern, this.maker.address().substring(prefix.length()), key,
                    Fields.texts(this.maker.properties()));
        }

        private boolean isDeclared(String address) {
            return ServerlessExpansion.this.declared
                .contains(address.substring(ServerlessExpansion.this.prefix.length()));
        }

        private void add(String id, Value.ObjectValue object, Guard guard, String key, Origin origin) {
            GuardSpace guards = ServerlessExpansion.this.guards;
            Resource before = ServerlessExpansion.this.made.get(id);
            Guard condition = before == null ? guard : guards.or(before.condition(), guard);
            if (before != null && guard == Guard.FALSE) {
                return;
            }
            boolean shared = this.what.shared() && guard != Guard.FALSE;
            ServerlessExpansion.this.made.put(id,
                    new Resource(id, this.what.type(), this.maker.mode(), this.maker.change(),
                            shared ? ServerlessExpansion.this.exists : condition, properties(object, key, origin),
                            false, List.of(), origin, origin, null, this.maker.address()));
        }

        private Value.ObjectValue properties(Value.ObjectValue object, String key, Origin origin) {
            List<Value.Field> fields = new ArrayList<>();
            this.what.copies().forEach((property, path) -> {
                Value value = Fields.at(object, path);
                if (value != null) {
                    fields.add(new Value.Field(property, origin, value));
                }
            });
            this.what.sets().forEach((property, ids) -> {
                String target = id(ids.getFirst(), key);
                fields.add(Fields.nested(List.of(property.split("/")), new Value.Reference(target, "Arn", origin),
                        origin));
            });
            if (this.what.trust() != null) {
                fields.addFirst(new Value.Field("AssumeRolePolicyDocument", origin, trust(object, origin)));
            }
            return new Value.ObjectValue(fields, origin);
        }

        private Value trust(Value.ObjectValue object, Origin origin) {
            String from = this.what.trustFrom();
            Value written = from == null ? null : object.get(from);
            if (from != null && !this.maker.complete()) {
                return Value.Unknown.of(Reason.MACRO, from, origin);
            }
            if (from == null || written == null || written instanceof Value.Absent) {
                return Fields.trustPolicy(String.valueOf(this.what.trust()), origin);
            }
            return Fields.withoutAbsent(written, from);
        }

    }

}

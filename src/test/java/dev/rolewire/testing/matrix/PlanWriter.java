package dev.rolewire.testing.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.catalog.SlotPath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/// Writes Terraform plans of the matrix: everything is created, names are known, ARNs are known only after apply.
final class PlanWriter implements MatrixDocument.Writer {

    private static final String SUBJECT = "subject";

    @Override
    public MatrixDocument write(Use use, List<IdentitySlot> siblings) {
        Plan plan = new Plan();
        Subject subject = new Subject();
        String property = subject.put(use.slot().path(), use.given() == null ? null : plan.identity(use, 0));
        int number = 1;
        for (IdentitySlot filler : MatrixDocument.fillers(use, siblings, subject.expressions)) {
            subject.put(filler.path(), plan.identity(SlotMatrix.right(filler).getFirst(), number));
            number++;
        }
        plan.resource(use.slot().type(), SUBJECT, subject.after.root(), subject.unknown.root(),
                subject.expressions.root());
        return new MatrixDocument(plan.json(), use.slot().type() + "." + SUBJECT, property);
    }

    /// A plan in which the first segment of a slot's path holds a JSON text.
    /// @param value what stands in the text at the place of the slot
    static MatrixDocument inText(IdentitySlot slot, String value) {
        PropertyTree tree = new PropertyTree();
        String property = tree.put(slot.path(), value);
        String attribute = slot.path().segments().getFirst();
        String text = JsonMapper.shared().writeValueAsString(tree.root().get(attribute));
        Plan plan = new Plan();
        plan.resource(slot.type(), SUBJECT, Map.of(attribute, text), Map.of(),
                Map.of(attribute, Map.of("constant_value", text)));
        return new MatrixDocument(plan.json(), slot.type() + "." + SUBJECT, property);
    }

    /// A reference to an identity.
    ///
    /// @param address the identity
    /// @param attribute its attribute
    /// @param known the value when the plan knows it, or null
    record Reference(String address, String attribute, @Nullable String known) {

        Map<String, Object> expression() {
            return Map.of("references", List.of(this.address + "." + this.attribute, this.address));
        }

    }

    /// The resource that has the slot: what a plan knows of its values, and what its
    /// configuration says.
    private static final class Subject {

        private final PropertyTree after = new PropertyTree();

        private final PropertyTree unknown = new PropertyTree();

        private final PropertyTree expressions = new PropertyTree();

        String put(SlotPath path, @Nullable Reference reference) {
            boolean list = path.segments().getLast().equals("*");
            boolean unknownItem = list && reference != null && reference.known() == null;
            Object known = reference == null ? null : reference.known();
            String property = this.after.put(path, unknownItem ? NullNode.getInstance() : known);
            boolean unknownValue = reference != null && reference.known() == null;
            this.unknown.put(path, unknownValue ? true : null, (value) -> null);
            List<String> written = list ? path.segments().subList(0, path.segments().size() - 1) : path.segments();
            this.expressions.put(new SlotPath(written, path.selector()),
                    reference == null ? null : reference.expression(), (value) -> Map.of("constant_value", value));
            return property;
        }

    }

    /// The plan as it grows.
    private static final class Plan {

        private final List<Object> changes = new ArrayList<>();

        private final List<Object> configuration = new ArrayList<>();

        Reference identity(Use use, int number) {
            Use.Given given = java.util.Objects.requireNonNull(use.given());
            String id = "identity" + number;
            switch (given.kind()) {
                case ROLE -> role(use, id);
                case INSTANCE_PROFILE -> {
                    role(use, id);
                    Map<String, Object> expressions = new LinkedHashMap<>();
                    expressions.put("name", Map.of("constant_value", id + "-profile"));
                    expressions.put("role", new Reference("aws_iam_role." + id, "name", null).expression());
                    resource("aws_iam_instance_profile", id, Map.of("name", id + "-profile", "role", id + "-role"),
                            unknownOf(), expressions);
                }
                case POLICY -> named("aws_iam_policy", id);
                case USER -> named("aws_iam_user", id);
                case GROUP -> named("aws_iam_group", id);
            }
            String word = given.kind().label().replace(' ', '_');
            String type = "aws_iam_" + word;
            boolean name = given.form() == IdentityForm.NAME;
            String known = id + "-" + (given.kind() == IdentityKind.INSTANCE_PROFILE ? "profile" : word);
            return new Reference(type + "." + id, name ? "name" : "arn", name ? known : null);
        }

        private void role(Use use, String id) {
            String policy = JsonMapper.shared().writeValueAsString(TrustPolicy.of(use.slot(), use.trusted()));
            Map<String, Object> expressions = new LinkedHashMap<>();
            expressions.put("name", Map.of("constant_value", id + "-role"));
            expressions.put("assume_role_policy", Map.of("constant_value", policy));
            resource("aws_iam_role", id, Map.of("name", id + "-role", "assume_role_policy", policy, "path", "/"),
                    unknownOf(), expressions);
        }

        private void named(String type, String id) {
            String name = id + "-" + type.substring("aws_iam_".length());
            resource(type, id, Map.of("name", name, "path", "/"), unknownOf(),
                    Map.of("name", Map.of("constant_value", name)));
        }

        private static Map<String, Object> unknownOf() {
            return Map.of("arn", true, "id", true, "unique_id", true);
        }

        void resource(String type, String name, Map<String, Object> after, Map<String, Object> unknown,
                Map<String, Object> expressions) {
            Map<String, Object> change = new LinkedHashMap<>();
            change.put("actions", List.of("create"));
            change.put("before", null);
            change.put("after", after);
            change.put("after_unknown", unknown);
            Map<String, Object> resource = head(type, name);
            resource.put("provider_name", "registry.terraform.io/hashicorp/aws");
            resource.put("change", change);
            this.changes.add(resource);
            Map<String, Object> written = head(type, name);
            written.put("provider_config_key", "aws");
            written.put("expressions", expressions);
            this.configuration.add(written);
        }

        private static Map<String, Object> head(String type, String name) {
            Map<String, Object> head = new LinkedHashMap<>();
            head.put("address", type + "." + name);
            head.put("mode", "managed");
            head.put("type", type);
            head.put("name", name);
            return head;
        }

        byte[] json() {
            Map<String, Object> plan = new LinkedHashMap<>();
            plan.put("format_version", "1.2");
            plan.put("terraform_version", "1.9.5");
            plan.put("planned_values", Map.of("root_module", Map.of("resources", List.of())));
            plan.put("resource_changes", this.changes);
            plan.put("configuration", Map.of("root_module", Map.of("resources", this.configuration)));
            return JsonMapper.shared().writeValueAsBytes(plan);
        }

    }

}

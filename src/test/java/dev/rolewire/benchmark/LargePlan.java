package dev.rolewire.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes plans of any size: what OpenTofu 1.12 and version 6 of the provider plan for one module of 20 resources
/// (`src/test/resources/benchmark/service.tf`, its plan beside it), once for each key of the `for_each` of its call.
///
/// The module has the shape of real ones. The 176 plans of public root modules that the project is tried with have 2,307
/// changes; 23 % are of IAM (here 25 %), there are 27 identity slots for 100 changes (here 30), and a change takes 1,216
/// bytes and its planned values 823 (here 1,065 and 723). As there, a role's trust policy is known, and a policy that holds
/// an ARN comes from a document that is read while applying. All is on one line, in the order in which it is written.
final class LargePlan {

    private static final String KEY = "svc-00000";

    /// How many resources a service has.
    static final int RESOURCES = 20;

    /// How many slots of a service are wired; the policy that it attaches counts as one.
    static final int WIRED = 6;

    private final ObjectNode plan;

    private LargePlan(ObjectNode plan) {
        this.plan = plan;
    }

    /// Writes a plan.
    static void write(OutputStream out, int services) {
        try (InputStream data = LargePlan.class.getResourceAsStream("/benchmark/service.plan.json")) {
            new LargePlan((ObjectNode) JsonMapper.shared().readTree(data)).write(services, out);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /// Writes the plan with each list of what belongs to the service repeated.
    private void write(int services, OutputStream out) throws IOException {
        List<String> lists = List.of("/planned_values/root_module/child_modules", "/resource_changes",
                "/relevant_attributes");
        String rest = withMarks(lists);
        for (int i = 0; i < lists.size(); i++) {
            int mark = rest.indexOf(mark(i));
            text(out, rest.substring(0, mark) + "[");
            String items = items(this.plan.at(lists.get(i)));
            for (int service = 0; service < services; service++) {
                text(out, (service == 0 ? "" : ",")
                        + items.replace(KEY, String.format(Locale.ROOT, "svc-%05d", service)));
            }
            text(out, "]");
            rest = rest.substring(mark + mark(i).length());
        }
        text(out, rest);
    }

    /// The plan as it is written, each list replaced by a mark.
    private String withMarks(List<String> lists) {
        ObjectNode copy = this.plan.deepCopy();
        for (int i = 0; i < lists.size(); i++) {
            int cut = lists.get(i).lastIndexOf('/');
            ((ObjectNode) copy.at(lists.get(i).substring(0, cut))).set(lists.get(i).substring(cut + 1),
                    JsonNodeFactory.instance.stringNode("list " + i));
        }
        return copy.toString();
    }

    private static String mark(int list) {
        return "\"list " + list + "\"";
    }

    private static String items(JsonNode list) {
        String text = list.toString();
        return text.substring(1, text.length() - 1);
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

}

package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import tools.jackson.core.JsonGenerator;

/// The IAM policy that lets a principal deploy: `iam:PassRole` for every role that the document hands to a service.
///
/// Roles that go to the same services share a statement. `iam:PassedToService` is the condition key of the IAM User
/// Guide, "Grant a user permissions to pass a role to an AWS service". Where no service is known, none is demanded.
final class PassRolePolicy {

    private PassRolePolicy() {
    }

    /// Writes the policy document as the value that the generator awaits.
    static void write(JsonGenerator json, List<Report.PassRole> roles) {
        json.writeStartObject();
        json.writeStringProperty("Version", "2012-10-17");
        json.writeArrayPropertyStart("Statement");
        byServices(roles).forEach((services, arns) -> statement(json, services, List.copyOf(arns)));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static SequencedMap<List<String>, SequencedSet<String>> byServices(List<Report.PassRole> roles) {
        SequencedMap<List<String>, SequencedSet<String>> grouped = new LinkedHashMap<>();
        for (Report.PassRole role : roles) {
            grouped.computeIfAbsent(role.services(), (services) -> new LinkedHashSet<>()).add(role.role());
        }
        return grouped;
    }

    private static void statement(JsonGenerator json, List<String> services, List<String> arns) {
        json.writeStartObject();
        json.writeStringProperty("Effect", "Allow");
        json.writeStringProperty("Action", "iam:PassRole");
        JsonReportRenderer.texts(json, "Resource", arns);
        if (!services.isEmpty()) {
            json.writeObjectPropertyStart("Condition");
            boolean pattern = services.stream().anyMatch((service) -> service.contains("*"));
            json.writeObjectPropertyStart(pattern ? "StringLike" : "StringEquals");
            JsonReportRenderer.texts(json, "iam:PassedToService", services);
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

}

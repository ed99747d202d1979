package dev.rolewire.web.openapi;

import dev.rolewire.report.ReportFormat;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The query parameters of `POST /v1/analyses`.
final class QueryOptions {

    private static final List<String> SEVERITIES = List.of("error", "warning", "note");

    private QueryOptions() {
    }

    static List<Parameter> parameters() {
        List<String> failOn = new ArrayList<>(SEVERITIES);
        failOn.add("never");
        return List.of(
                one("filename", text(),
                        "The name of the document, for the report; its directories are kept. A raw body "
                                + "only; the parts of a form have their own."),
                one("format", words(ReportFormat.ids(), null),
                        "The format of the report, for clients that cannot set `Accept`. Wins over `Accept`."),
                many("parameter",
                        "A CloudFormation parameter or Terraform variable as `Name=value`. Repeat it for "
                                + "several."),
                one("region", text(), "The AWS Region, such as `eu-west-1`."),
                one("accountId", text(), "The AWS account, twelve digits."),
                many("enable", "A rule to run besides those that run by default; several with commas or repeated."),
                many("disable", "A rule not to run; several with commas or repeated."),
                many("severity",
                        "Another severity for the findings of a rule, as `rule=level`. Repeat it for several."),
                one("minSeverity", words(SEVERITIES, "note"),
                        "Findings below it are left out; outcomes and the verdict do not change."),
                one("failOn", words(failOn, "never"),
                        "The status is 422 when there is a finding this severe, so that `curl --fail-with-body` stops a "
                                + "pipeline. The body is the same report."),
                one("failOnUnchecked", flag(), "The status is 422 when a slot is unchecked."));
    }

    private static Parameter one(String name, Schema<?> schema, String description) {
        return new QueryParameter().name(name).required(false).description(description).schema(schema);
    }

    private static Parameter many(String name, String description) {
        JsonSchema list = new JsonSchema();
        list.setTypes(new LinkedHashSet<>(List.of("array")));
        list.setItems(text());
        return one(name, list, description).style(Parameter.StyleEnum.FORM).explode(true);
    }

    private static Schema<?> text() {
        return typed("string");
    }

    private static Schema<?> flag() {
        Schema<?> schema = typed("boolean");
        schema.setDefault(false);
        return schema;
    }

    private static Schema<?> words(List<String> words, @Nullable String standard) {
        JsonSchema schema = typed("string");
        schema.setEnum(new ArrayList<>(words));
        if (standard != null) {
            schema.setDefault(standard);
        }
        return schema;
    }

    private static JsonSchema typed(String type) {
        JsonSchema schema = new JsonSchema();
        schema.setTypes(new LinkedHashSet<>(List.of(type)));
        return schema;
    }

}

package dev.rolewire.frontend;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;

/// Documents that people send by mistake, and what they should send instead.
final class ForeignDocuments {

    private static final String SHOW = "run `terraform show -json plan.out` on the file that"
            + " `terraform plan -out=plan.out` wrote, and send its output";

    private static final String INVENTORY = "this is an inventory of an account; send it as the part `inventory` of the"
            + " form, or in `options.inventory`";

    /// A kind of document.
    ///
    /// @param keys the keys of the root that it must all have
    /// @param description what it is and what to send instead
    private record Kind(List<String> keys, String description) {

    }

    private static final List<Kind> KINDS = List.of(
            kind("this is a raw Terraform state, whose format is private to Terraform; run"
                    + " `terraform show -json` in its directory and send the output", "version", "terraform_version"),
            kind("this is a raw Terraform state, whose format is private to Terraform; run"
                    + " `terraform show -json` in its directory and send the output", "version", "serial"),
            kind("this is a raw Terraform state, whose format is private to Terraform; run"
                    + " `terraform show -json` in its directory and send the output", "lineage"),
            kind("this is the log of `terraform plan -json`; " + SHOW, "@level", "@message"),
            kind("this is the output of `terraform version -json`; " + SHOW, "terraform_version", "platform"),
            kind("this is the answer of `aws cloudformation get-template`; send what stands in `TemplateBody`",
                    "TemplateBody"),
            kind("this is an answer of `aws cloudformation describe-stacks`; send the template", "Stacks"),
            kind("this is an answer of `aws cloudformation describe-stack-resources`; send the template",
                    "StackResources"),
            kind(INVENTORY, "RoleDetailList"), kind(INVENTORY, "UserDetailList"), kind(INVENTORY, "InstanceProfiles"),
            kind(INVENTORY, "Reservations"),
            kind("this is the manifest of a CDK cloud assembly; send the `*.template.json` files beside it", "version",
                    "artifacts"),
            kind("this is the asset manifest of a CDK cloud assembly; send the `*.template.json` files beside it",
                    "version", "files", "dockerImages"),
            kind("this is the construct tree of a CDK app; send the `*.template.json` files beside it", "version",
                    "tree"),
            kind("this is a `cdk.json`; run `cdk synth` and send the templates in `cdk.out`", "app"),
            kind("this is a Kubernetes object", "apiVersion", "kind"),
            kind("this is the description of a Helm chart", "apiVersion", "name", "version"),
            kind("this is an OpenAPI description", "openapi"), kind("this is a Swagger description", "swagger"),
            kind("this is an npm lock file", "lockfileVersion"),
            kind("this is an npm `package.json`", "name", "dependencies"),
            kind("this is an npm `package.json`", "name", "devDependencies"),
            kind("this is an npm `package.json`", "name", "scripts"),
            kind("this is the description of a package", "name", "version"),
            kind("this is a TypeScript configuration", "compilerOptions"),
            kind("this is a GitHub Actions workflow", "on", "jobs"), kind("this is a CI configuration", "jobs"),
            kind("this is a CI configuration", "stages"), kind("this is a build specification of CodeBuild", "phases"),
            kind("this is a state machine definition by itself; send the template or plan that uses it", "StartAt",
                    "States"),
            kind("this is a report of Rolewire", "schemaVersion", "findings"),
            kind("this is a Serverless Framework configuration; run `serverless package` and send the template in"
                    + " `.serverless`", "service", "provider"),
            kind("this is a Docker Compose file", "services"),
            kind("this is an IAM policy by itself; send the template or plan that uses it", "Statement"),
            kind("this is a SARIF log", "runs"),
            kind("this is an Azure Resource Manager template", "$schema", "contentVersion"),
            kind("this is a Pulumi project", "name", "runtime"),
            kind("this is a file of stack parameters; send the template, and the values as `parameters`",
                    "Parameters"));

    private static final List<String> TERRAFORM_BLOCKS = List.of("resource", "provider", "terraform", "variable");

    private static final List<String> PLAN_TEXTS = List.of("Terraform will perform the following actions",
            "OpenTofu will perform the following actions", "Terraform used the selected providers",
            "OpenTofu used the selected providers", "No changes. Your infrastructure matches the configuration",
            "Terraform planned the following actions", "OpenTofu planned the following actions",
            "Your infrastructure matches the configuration", "Terraform has compared your real infrastructure",
            "No changes. Infrastructure is up-to-date", "An execution plan has been generated");

    private static final Pattern HCL_BLOCK = Pattern.compile("(resource|data)\\s+\"[^\"\\n]+\"\\s+\"[^\"\\n]+\"\\s*\\{"
            + "|(module|provider|variable|output)\\s+\"[^\"\\n]+\"\\s*\\{" + "|(terraform|locals)\\s*\\{");

    private ForeignDocuments() {
    }

    private static Kind kind(String description, String... keys) {
        return new Kind(List.of(keys), description);
    }

    static Optional<String> ofMapping(Mapping root) {
        if (root.entries().isEmpty()) {
            return Optional.of("the document is an empty map");
        }
        Optional<String> known = KINDS.stream()
            .filter((kind) -> kind.keys().stream().allMatch((key) -> root.get(key) != null))
            .map(Kind::description)
            .findFirst();
        boolean terraform = TERRAFORM_BLOCKS.stream().anyMatch((block) -> root.get(block) instanceof Mapping);
        return known.isPresent() || !terraform ? known
                : Optional.of("this looks like Terraform configuration in JSON; name it `*.tf.json`");
    }

    static String ofList(Sequence list) {
        if (list.items().isEmpty()) {
            return "the document is an empty list";
        }
        Node first = list.items().getFirst();
        if (first instanceof Mapping mapping && mapping.get("ParameterKey") instanceof Scalar) {
            return "this is a file of stack parameters; send the template, and the values as `parameters`";
        }
        return "the document is a list";
    }

    static Optional<String> ofText(String head) {
        String text = head.strip();
        if (text.startsWith("PK\u0003\u0004")) {
            return Optional.of("this is a zip archive, as a saved Terraform plan is; " + SHOW);
        }
        if (head.startsWith("\u001f\u008b")) {
            return Optional.of("this is a gzip archive that is not said to be one");
        }
        if (PLAN_TEXTS.stream().anyMatch(text::contains)) {
            return Optional.of("this is a Terraform plan as printed for people; " + SHOW);
        }
        if (text.startsWith("{\"@level\"")) {
            return Optional.of("this is the log of `terraform plan -json`; " + SHOW);
        }
        if (isTerraform(text)) {
            return Optional.of("this is Terraform configuration; " + SHOW);
        }
        if (text.startsWith("<")) {
            return Optional.of("this is XML or HTML");
        }
        if (text.startsWith("#!")) {
            return Optional.of("this is a script");
        }
        return text.indexOf('\0') >= 0 ? Optional.of("this is not a text") : Optional.empty();
    }

    /// Whether some line starts with the head of a Terraform block. The expression alone
    /// would be tried at each line,
    /// which costs as much as parsing a small template.
    private static boolean isTerraform(String text) {
        Matcher block = HCL_BLOCK.matcher(text);
        boolean lineStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (lineStart && "rdmpvotl".indexOf(c) >= 0 && block.region(i, text.length()).lookingAt()) {
                return true;
            }
            lineStart = c == '\n' || c == '\r' || (lineStart && Character.isWhitespace(c));
        }
        return false;
    }

}

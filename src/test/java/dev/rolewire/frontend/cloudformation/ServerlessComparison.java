package dev.rolewire.frontend.cloudformation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.testing.Analyzers;
import org.jspecify.annotations.Nullable;

/// What differs between the judgement of a SAM template and that of its transform.
final class ServerlessComparison {

    private final List<Difference> differences = new ArrayList<>();

    private final String partition;

    private final String inputText;

    private final String outputText;

    /// One difference, or one thing that is alike.
    ///
    /// @param what its class; `DIFFERENT` at the start of what must not be
    /// @param where the resources and slots
    record Difference(String what, String where) {

    }

    private ServerlessComparison(ServerlessPair pair) {
        this.partition = pair.partition();
        this.outputText = new String(bytes(pair.output()), StandardCharsets.UTF_8);
        this.inputText = new String(bytes(pair.input()), StandardCharsets.UTF_8);
    }

    static ServerlessComparison of(ServerlessPair pair) {
        ServerlessComparison comparison = new ServerlessComparison(pair);
        Report input = analyse(pair.input(), pair.partition());
        Report output = analyse(pair.output(), pair.partition());
        comparison.compareRoles(lower(pair.input(), pair.partition()), lower(pair.output(), pair.partition()));
        comparison.compareSlots(input.slots(), output.slots());
        comparison.compareCapabilities(input, output);
        comparison.comparePassedRoles(input, output);
        return comparison;
    }

    List<Difference> differences() {
        return this.differences;
    }

    private void add(String what, String where) {
        this.differences.add(new Difference(what, where));
    }

    private void compareRoles(Template input, Template output) {
        Set<String> made = roles(input);
        Set<String> wanted = roles(output);
        Set<String> all = new TreeSet<>(made);
        all.addAll(wanted);
        for (String role : all) {
            boolean both = made.contains(role) && wanted.contains(role);
            add(both ? "roles: the same" : made.contains(role) ? "DIFFERENT roles: only of the input"
                    : "DIFFERENT roles: only of the output", role);
            if (both) {
                Resource one = Objects.requireNonNull(input.resources().get(role));
                Resource other = Objects.requireNonNull(output.resources().get(role));
                boolean trust = written(one).equals(written(other));
                boolean condition = (one.condition() == Guard.TRUE) == (other.condition() == Guard.TRUE);
                add(trust ? "trust policies: the same" : "DIFFERENT trust policies",
                        role + (trust ? "" : " " + written(one) + " " + written(other)));
                add(condition ? "conditions: both or none" : "conditions: only one of the roles has one", role);
            }
        }
    }

    private static String written(Resource role) {
        var document = role.properties().get("AssumeRolePolicyDocument");
        return document == null ? "" : String.join(" ",
                new TreeSet<>(List.of(Templates.show(document).replaceAll("[\\[\\]{},]", " ").trim().split("\\s+"))));
    }

    private static Set<String> roles(Template template) {
        Set<String> roles = new TreeSet<>();
        template.resources().forEach((address, resource) -> {
            if (resource.type().equals("AWS::IAM::Role") && resource.condition() != Guard.FALSE) {
                roles.add(address);
            }
        });
        return roles;
    }

    private void compareSlots(List<Report.Slot> input, List<Report.Slot> output) {
        Set<Report.Slot> left = new LinkedHashSet<>(output);
        for (Report.Slot slot : input) {
            List<ServerlessSlot> targets = ServerlessSlot.targets(slot.type(), slot.address(), slot.property());
            List<Report.Slot> twins = output.stream()
                .filter((other) -> targets.stream()
                    .anyMatch((target) -> target.is(other.address(), other.type(), other.property())))
                .toList();
            Report.Slot twin = twins.stream()
                .filter((other) -> isAlike(slot, other))
                .findFirst()
                .or(() -> twins.stream().filter((other) -> isSameIdentity(slot, other)).findFirst())
                .orElse(twins.isEmpty() ? null : twins.getFirst());
            if (twin != null) {
                left.remove(twin);
            }
            if (twin != null && isAlike(slot, twin)) {
                add("slots: the same", describe(slot));
                continue;
            }
            String why = explanation(slot, twin);
            if (why != null) {
                add("explained: " + why, describe(slot) + " / " + (twin == null ? "" : describe(twin)));
            }
            else if (twin == null) {
                add("DIFFERENT: without a twin in the output: " + kind(slot), describe(slot));
            }
            else {
                add("DIFFERENT: " + kind(slot) + ": " + outcome(slot) + " / " + outcome(twin),
                        describe(slot) + " / " + describe(twin));
            }
        }
        for (Report.Slot slot : left) {
            add("only in the output: " + kind(slot) + " " + outcome(slot), describe(slot));
        }
    }

    private static String kind(Report.Slot slot) {
        return slot.type() + " "
                + slot.property()
                    .replaceAll("/\\d+", "/*")
                    .replaceAll("Body/.*/", "Body/.../")
                    .replaceAll("(Events|Authorizers|DynamoDb|Lambda)/[^/]+", "$1/*");
    }

    /// Why a slot and its twin may be judged differently, or null.
    private @Nullable String explanation(Report.Slot slot, Report.@Nullable Slot twin) {
        if (this.inputText.contains("AWS::Serverless-2016-10-31-test")) {
            return "the input names a transform that is not known";
        }
        if (slot.property().startsWith("DeploymentPreference/") && "parameter".equals(slot.reason())) {
            return "whether it is enabled hangs on a parameter; the output was made with its default";
        }
        if (slot.property().endsWith("InvokeRole") && slot.identity() == null) {
            return "`NONE` and `CALLER_CREDENTIALS` leave no identity in the output";
        }
        if (slot.property().endsWith("InvokeRole") && twin == null) {
            return "the identity stands in the OpenAPI body of another resource, or in a body that is put together at the deployment";
        }
        if (twin == null) {
            return null;
        }
        if (this.outputText.contains("\"Arn\",\n          \"" + slot.address() + "Role\"")
                || this.outputText.matches("(?s).*\"Arn\",\\s*\"" + slot.address() + "Role\".*")) {
            return "the tests keep the output with the lists sorted: `Fn::GetAtt: [Arn, Id]`";
        }
        if (twin.property().startsWith("ManagedPolicyArns/") && "external-name".equals(slot.reason())) {
            return "a policy name that is not listed may be a newer one of AWS; the transform knows those that there are";
        }
        if (twin.property().startsWith("ManagedPolicyArns/") && !this.partition.equals("aws")) {
            return "managed policies of AWS are listed for the partition `aws` alone";
        }
        return null;
    }

    private void compareCapabilities(Report input, Report output) {
        Set<String> asked = new TreeSet<>(input.requirements().capabilities());
        boolean expand = asked.remove("CAPABILITY_AUTO_EXPAND");
        boolean plain = !this.inputText.contains("Transform:") && !this.inputText.contains("AWS::Serverless::");
        add(expand ? "capabilities: CAPABILITY_AUTO_EXPAND of the input" : plain
                ? "capabilities: nothing rewrites the input" : "DIFFERENT capabilities: no CAPABILITY_AUTO_EXPAND", "");
        Set<String> wanted = new TreeSet<>(output.requirements().capabilities());
        add(asked.equals(wanted) ? "capabilities: the same" : "DIFFERENT capabilities", asked + " / " + wanted);
    }

    private void comparePassedRoles(Report input, Report output) {
        Set<String> asked = passed(input);
        Set<String> wanted = passed(output);
        add(asked.equals(wanted) ? "passed roles: the same" : "passed roles: not the same", asked + " / " + wanted);
    }

    private static Set<String> passed(Report report) {
        Set<String> passed = new TreeSet<>();
        report.requirements()
            .passRole()
            .forEach((role) -> passed.add(role.role() + " " + new TreeSet<>(role.services())));
        return passed;
    }

    private static boolean isSameIdentity(Report.Slot one, Report.Slot other) {
        return one.identity() != null && other.identity() != null
                && (other.identity().equals(one.identity()) || other.identity().endsWith("/" + one.identity()));
    }

    private static boolean isAlike(Report.Slot one, Report.Slot other) {
        boolean sameIdentity = one.identity() == null || other.identity() == null
                || other.identity().equals(one.identity()) || other.identity().endsWith("/" + one.identity());
        return outcome(one).equals(outcome(other)) && sameIdentity;
    }

    private static String outcome(Report.Slot slot) {
        return slot.outcome().id() + (slot.reason() == null ? "" : " " + slot.reason());
    }

    private static String describe(Report.Slot slot) {
        return slot.address() + " " + slot.property() + " " + outcome(slot) + " " + slot.identity();
    }

    private static Report analyse(Path file, String partition) {
        AnalysisOptions none = AnalysisOptions.DEFAULT;
        AnalysisOptions options = new AnalysisOptions(none.parameters(), region(partition), null, none.enabled(),
                none.disabled(), none.severities(), none.minSeverity(), null);
        return Analyzers.analyzer()
            .analyze(List.of(new InputFile(file.getFileName().toString(), bytes(file))), options);
    }

    private static Template lower(Path file, String partition) {
        return Templates.lower(new String(bytes(file), StandardCharsets.UTF_8), Templates.at(region(partition), null));
    }

    private static String region(String partition) {
        return switch (partition) {
            case "aws-cn" -> "cn-north-1";
            case "aws-us-gov" -> "us-gov-west-1";
            default -> "us-east-1";
        };
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public String toString() {
        return this.partition + " " + this.differences;
    }

}

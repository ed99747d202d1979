package dev.rolewire.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// What takes any bytes. Each target throws when an invariant breaks: no exception, spans inside the text, the same answer
/// twice, JSON that parses.
public enum FuzzTarget {

    /// The YAML parser.
    YAML(SyntaxFuzzing::yaml, () -> Seeds.fixtures(".cfn.yaml")),
    /// The JSON parser.
    JSON(SyntaxFuzzing::json, () -> Seeds.fixtures(".json")),
    /// The HCL parser.
    HCL(SyntaxFuzzing::hcl, () -> Seeds.fixtures(".tf")),
    /// A CloudFormation template, from bytes to rendered reports.
    TEMPLATE(AnalysisFuzzing::template, () -> Seeds.fixtures(".cfn.yaml", ".cfn.json")),
    /// Terraform configuration, from bytes to rendered reports.
    CONFIGURATION(AnalysisFuzzing::configuration, () -> Seeds.fixtures(".tf")),
    /// A Terraform plan, held and streamed.
    PLAN(AnalysisFuzzing::plan, () -> Seeds.fixtures(".plan.json")),
    /// A policy document as an object and as a text.
    POLICY(AnalysisFuzzing::policy, Seeds::policies),
    /// Archives, forms and envelopes.
    ARCHIVE(ArchiveFuzzing::archive, Seeds::bodies),
    /// A request on the running service.
    ENDPOINT(EndpointFuzzing::endpoint, Seeds::requests);

    /// Takes the input of a fuzzer.
    interface Check {

        void check(byte[] input);

    }

    private final Check check;

    private final Supplier<List<byte[]>> seeds;

    FuzzTarget(Check check, Supplier<List<byte[]>> seeds) {
        this.check = check;
        this.seeds = seeds;
    }

    /// Tries one input.
    void check(byte[] input) {
        this.check.check(input);
    }

    /// Inputs to start from.
    List<byte[]> seeds() {
        return this.seeds.get();
    }

    /// The name on the command line and of its directory.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The target of a name.
    static FuzzTarget of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

}

package dev.rolewire.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.Report.Outcome;
import dev.rolewire.finding.Severity;
import dev.rolewire.inventory.InventoryReader;
import org.jspecify.annotations.Nullable;

/// What a fixture asks for and what it expects.
///
/// @param options the options of the request
/// @param findings the findings that it expects, in the order of the fixture
/// @param slots how many slots have which outcome, or null when the fixture does not say
/// @param witnesses the witnesses of all findings that have one, in order, or empty when the fixture does not say
/// @param example whether the documentation shows it before others of its kind
/// @param differs why it shows something else than its name says: the plan that was made of it does not have what the
/// configuration has, or has more; null when it does not
/// @param reasons the reasons of all unchecked slots, in order, or empty when the fixture does not say
record Expectations(AnalysisOptions options, List<Expected> findings, @Nullable SequencedMap<Outcome, Integer> slots,
        List<String> witnesses, boolean example, @Nullable String differs, List<String> reasons) {

    /// Collects directives and findings.
    static final class Builder {

        private final SequencedMap<String, String> parameters = new LinkedHashMap<>();

        private final SequencedSet<String> enabled = new LinkedHashSet<>();

        private final SequencedSet<String> disabled = new LinkedHashSet<>();

        private final List<Expected> findings = new ArrayList<>();

        private final List<String> witnesses = new ArrayList<>();

        private final List<String> reasons = new ArrayList<>();

        private @Nullable SequencedMap<Outcome, Integer> slots;

        private boolean example;

        private @Nullable String differs;

        private final InventoryReader inventory = new InventoryReader();

        private @Nullable String region;

        private @Nullable String accountId;

        void finding(Expected expected) {
            this.findings.add(expected);
        }

        /// Takes one directive, such as `parameter Env=prod` or `slots wired=1 broken=0
        /// unchecked=1`.
        void directive(String text) {
            int space = text.indexOf(' ');
            if (space < 0) {
                throw new IllegalArgumentException("expected a word and its argument, found `" + text + "`");
            }
            String argument = text.substring(space + 1).strip();
            switch (text.substring(0, space)) {
                case "parameter" -> parameter(argument);
                case "region" -> this.region = argument;
                case "inventory" -> this.inventory.read(inventory(argument));
                case "account" -> this.accountId = argument;
                case "enable" -> this.enabled.add(argument);
                case "disable" -> this.disabled.add(argument);
                case "slots" -> this.slots = slots(argument);
                case "witness" -> this.witnesses.add(argument);
                case "example" -> this.example = true;
                case "differs" -> this.differs = argument;
                case "reason" -> this.reasons.add(argument);
                default -> throw new IllegalArgumentException("unknown directive `" + text
                        + "`; there are parameter, region, account, inventory, enable, disable, slots, witness, example, differs, reason");
            }
        }

        /// The bytes of a file of `src/test/resources/inventories`.
        private static byte[] inventory(String name) {
            try {
                return Files.readAllBytes(Repository.testResources().resolve("inventories").resolve(name + ".json"));
            }
            catch (IOException ex) {
                throw new IllegalArgumentException("there is no inventory `" + name + "`", ex);
            }
        }

        private void parameter(String argument) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("expected name=value, found `" + argument + "`");
            }
            this.parameters.put(argument.substring(0, equals), argument.substring(equals + 1));
        }

        private static SequencedMap<Outcome, Integer> slots(String argument) {
            SequencedMap<Outcome, Integer> counts = new LinkedHashMap<>();
            for (Outcome outcome : Outcome.values()) {
                counts.put(outcome, 0);
            }
            for (String part : argument.split(" +")) {
                int equals = part.indexOf('=');
                String word = equals < 0 ? part : part.substring(0, equals);
                Outcome outcome = counts.keySet()
                    .stream()
                    .filter((candidate) -> candidate.id().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("expected outcome=count, found `" + part + "`"));
                counts.put(outcome, Integer.valueOf(part.substring(equals + 1)));
            }
            return counts;
        }

        Expectations build() {
            AnalysisOptions options = new AnalysisOptions(this.parameters, this.region, this.accountId, this.enabled,
                    this.disabled, new LinkedHashMap<>(), Severity.NOTE, null)
                .with(this.inventory.inventory(this.accountId));
            return new Expectations(options, List.copyOf(this.findings), this.slots, List.copyOf(this.witnesses),
                    this.example, this.differs, List.copyOf(this.reasons));
        }

    }

}

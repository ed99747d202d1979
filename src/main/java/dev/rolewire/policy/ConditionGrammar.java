package dev.rolewire.policy;

import java.util.List;
import java.util.Locale;

import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Value;

/// Checks the `Condition` of a statement (IAM User Guide, "IAM JSON policy elements: Condition operators").
final class ConditionGrammar {

    private static final List<String> OPERATORS = List.of("stringequals", "stringnotequals", "stringequalsignorecase",
            "stringnotequalsignorecase", "stringlike", "stringnotlike", "numericequals", "numericnotequals",
            "numericlessthan", "numericlessthanequals", "numericgreaterthan", "numericgreaterthanequals", "dateequals",
            "datenotequals", "datelessthan", "datelessthanequals", "dategreaterthan", "dategreaterthanequals", "bool",
            "binaryequals", "ipaddress", "notipaddress", "arnequals", "arnlike", "arnnotequals", "arnnotlike", "null");

    private final GuardSpace guards;

    private final PolicyGrammar.FlawSink flaws;

    ConditionGrammar(GuardSpace guards, PolicyGrammar.FlawSink flaws) {
        this.guards = guards;
        this.flaws = flaws;
    }

    void check(Value condition, Guard guard) {
        for (Alternatives.Alternative leaf : Alternatives.of(this.guards, guard, condition)) {
            switch (leaf.value()) {
                case Value.ObjectValue object -> object.fields().forEach((field) -> operator(field, leaf.guard()));
                case Value.ListValue _, Value.Literal _ -> this.flaws.add(leaf.guard(), "condition",
                        "a `Condition` is no object of operators", leaf.value().origin());
                case Value.Concat _, Value.Reference _, Value.Unknown _, Value.Absent _, Value.Choice _ -> {
                }
            }
        }
    }

    private void operator(Value.Field field, Guard guard) {
        String name = field.key().toLowerCase(Locale.ROOT);
        for (String prefix : List.of("forallvalues:", "foranyvalue:")) {
            name = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        }
        String suffix = "ifexists";
        name = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
        if (!OPERATORS.contains(name)) {
            this.flaws.add(guard, "condition-operator", "`" + field.key() + "` is no condition operator",
                    field.keyOrigin());
            return;
        }
        for (Alternatives.Alternative leaf : Alternatives.of(this.guards, guard, field.value())) {
            if (leaf.value() instanceof Value.Literal || leaf.value() instanceof Value.ListValue) {
                this.flaws.add(leaf.guard(), "condition-keys", "`" + field.key() + "` has no context key to compare",
                        leaf.value().origin());
            }
        }
    }

}

package dev.rolewire.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.catalog.PolicyPlace.Kind;
import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Partition;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Checks a policy document against the grammar that IAM accepts (IAM User Guide, "Grammar of the IAM JSON policy
/// language" and "IAM JSON policy element reference").
///
/// What cannot be known is not judged, and neither are names that differ from the grammar's in case only: the guide does
/// not say whether IAM takes them.
public final class PolicyGrammar {

    private static final List<String> ELEMENTS = List.of("Version", "Id", "Statement");

    private static final List<String> STATEMENT_ELEMENTS = List.of("Sid", "Effect", "Principal", "NotPrincipal",
            "Action", "NotAction", "Resource", "NotResource", "Condition");

    private static final List<String> VERSIONS = List.of("2012-10-17", "2008-10-17");

    private static final int ARN_PARTS = 6;

    /// Names of so few letters are too easily met by chance.
    private static final int SHORT_NAME = 3;

    private final Kind kind;

    private final FlawSink flaws;

    private final GuardSpace guards;

    private final Map<String, Guard> sids = new HashMap<>();

    private PolicyGrammar(Kind kind, GuardSpace guards) {
        this.kind = kind;
        this.guards = guards;
        this.flaws = new FlawSink(guards);
    }

    /// Checks a policy.
    /// @param value what stands in the place of a policy
    /// @param guard when it stands there
    /// @param kind what the policy is for
    /// @param guards the conditions of the document
    /// @return what is wrong, in source order
    public static List<PolicyFlaw> check(Value value, Guard guard, Kind kind, GuardSpace guards) {
        PolicyGrammar grammar = new PolicyGrammar(kind, guards);
        grammar.policy(value, guard);
        return grammar.flaws.found();
    }

    private void policy(Value value, Guard guard) {
        for (Alternatives.Alternative leaf : Alternatives.of(this.guards, guard, value)) {
            switch (leaf.value()) {
                case Value.Literal literal when literal.document() != null -> policy(literal.document(), leaf.guard());
                case Value.Concat concat when concat.document() != null -> policy(concat.document(), leaf.guard());
                case Value.Literal literal -> text(value, literal, leaf.guard());
                case Value.ListValue list ->
                    this.flaws.add(leaf.guard(), "no-object", "the policy is a list, not an object", list.origin());
                case Value.ObjectValue object -> document(object, leaf.guard());
                case Value.Concat _, Value.Reference _, Value.Unknown _, Value.Absent _, Value.Choice _ -> {
                }
            }
        }
    }

    /// A text without a document is none, unless it was put together from parts and may
    /// be one.
    private void text(Value value, Value.Literal literal, Guard guard) {
        String text = literal.text().strip();
        if (value instanceof Value.Literal || !text.startsWith("{")) {
            this.flaws.add(guard, "no-json", text.isEmpty() ? "the policy is empty" : "the policy is no JSON document",
                    literal.origin());
        }
    }

    private void document(Value.ObjectValue policy, Guard guard) {
        unknownNames(policy, ELEMENTS, "policy", guard);
        Value version = policy.get("Version");
        if (version != null) {
            for (Alternatives.Alternative leaf : Alternatives.of(this.guards, guard, version)) {
                if (leaf.value() instanceof Value.Literal literal && !VERSIONS.contains(literal.text())) {
                    this.flaws.add(leaf.guard(), "version", "its `Version` is `" + literal.text() + "`; IAM knows `"
                            + String.join("` and `", VERSIONS) + "`", literal.origin());
                }
            }
        }
        Value statements = policy.get("Statement");
        if (statements != null) {
            statements(statements, guard, true);
        }
        else if (!hasName(policy, "Statement")) {
            this.flaws.add(guard, "missing-Statement", "it has no `Statement`", policy.origin());
        }
    }

    private void statements(Value value, Guard guard, boolean listAllowed) {
        for (Alternatives.Alternative leaf : Alternatives.of(this.guards, guard, value)) {
            switch (leaf.value()) {
                case Value.ListValue list when listAllowed ->
                    list.items().forEach((item) -> statements(item, leaf.guard(), false));
                case Value.ObjectValue object -> statement(object, leaf.guard());
                case Value.Literal literal ->
                    this.flaws.add(leaf.guard(), "statement", "a statement is a text, not an object", literal.origin());
                case Value.ListValue list ->
                    this.flaws.add(leaf.guard(), "statement", "a statement is a list, not an object", list.origin());
                case Value.Concat _, Value.Reference _, Value.Unknown _, Value.Absent _, Value.Choice _ -> {
                }
            }
        }
    }

    private void statement(Value.ObjectValue statement, Guard guard) {
        unknownNames(statement, STATEMENT_ELEMENTS, "statement", guard);
        sid(statement, guard);
        effect(statement, guard);
        new ActionGrammar(this.kind, this.guards, this.flaws).check(statement, guard);
        principal(statement, guard);
        resource(statement, guard);
        Value condition = statement.get("Condition");
        if (condition != null) {
            new ConditionGrammar(this.guards, this.flaws).check(condition, guard);
        }
    }

    private void unknownNames(Value.ObjectValue object, List<String> known, String what, Guard guard) {
        for (Value.Field field : object.fields()) {
            if (known.stream().noneMatch(field.key()::equalsIgnoreCase)) {
                String meant = meant(field.key(), known);
                this.flaws.add(guard, "unknown-element", "`" + field.key() + "` is no element of a " + what
                        + (meant == null ? "" : "; did you mean `" + meant + "`?"), field.keyOrigin());
            }
        }
    }

    private void sid(Value.ObjectValue statement, Guard guard) {
        Value sid = statement.get("Sid");
        if (sid == null || this.kind == Kind.RESOURCE) {
            return;
        }
        for (Alternatives.Alternative leaf : Alternatives.of(this.guards, guard, sid)) {
            if (!(leaf.value() instanceof Value.Literal literal) || literal.text().isEmpty()) {
                continue;
            }
            String text = literal.text();
            if (!text.chars().allMatch(PolicyGrammar::isAlphanumeric)) {
                this.flaws.add(leaf.guard(), "sid",
                        "the `Sid` `" + text + "` has other characters than letters and digits", literal.origin());
            }
            Guard before = this.sids.getOrDefault(text, Guard.FALSE);
            this.flaws.add(this.guards.and(before, leaf.guard()), "sid-twice",
                    "the `Sid` `" + text + "` stands in two statements", literal.origin());
            this.sids.put(text, this.guards.or(before, leaf.guard()));
        }
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void effect(Value.ObjectValue statement, Guard guard) {
        Value effect = statement.get("Effect");
        if (effect == null) {
            if (!hasName(statement, "Effect")) {
                this.flaws.add(guard, "missing-Effect", "a statement has no `Effect`", statement.origin());
            }
            return;
        }
        for (Alternatives.Alternative leaf : Alternatives.of(this.guards, guard, effect)) {
            if (leaf.value() instanceof Value.Literal literal && !literal.text().equals("Allow")
                    && !literal.text().equals("Deny")) {
                this.flaws.add(leaf.guard(), "effect",
                        "the `Effect` is `" + literal.text() + "`, not `Allow` or `Deny`", literal.origin());
            }
        }
    }

    private void principal(Value.ObjectValue statement, Guard guard) {
        for (String name : List.of("Principal", "NotPrincipal")) {
            Value.Field field = statement.field(name);
            if (field == null) {
                continue;
            }
            if (this.kind == Kind.IDENTITY) {
                this.flaws.addUnlessAbsent(guard, "prohibited-Principal", "a policy of an identity has `" + name + "`",
                        field);
            }
            else {
                new PrincipalGrammar(this.guards, this.flaws).check(field.value(), guard);
            }
        }
        if (this.kind != Kind.IDENTITY && !hasName(statement, "Principal") && !hasName(statement, "NotPrincipal")) {
            this.flaws.add(guard, "missing-Principal", "a statement has no `Principal`", statement.origin());
        }
    }

    private void resource(Value.ObjectValue statement, Guard guard) {
        for (String name : List.of("Resource", "NotResource")) {
            Value.Field field = statement.field(name);
            if (field == null) {
                continue;
            }
            switch (this.kind) {
                case TRUST ->
                    this.flaws.addUnlessAbsent(guard, "prohibited-" + name, "a trust policy has `" + name + "`", field);
                case IDENTITY -> this.flaws.eachText(field.value(), guard, this::resourceText);
                case RESOURCE -> {
                }
            }
        }
        if (this.kind == Kind.IDENTITY && !hasName(statement, "Resource") && !hasName(statement, "NotResource")) {
            this.flaws.add(guard, "missing-Resource", "a statement has no `Resource`", statement.origin());
        }
    }

    private void resourceText(Guard guard, Value value) {
        String start = switch (value) {
            case Value.Literal literal -> literal.text();
            case Value.Concat concat when concat.parts().getFirst() instanceof Value.Literal first -> first.text();
            case Value.Concat _, Value.Reference _, Value.Choice _, Value.ListValue _, Value.ObjectValue _,
                    Value.Unknown _, Value.Absent _ ->
                null;
        };
        if (start == null || start.isEmpty()) {
            return;
        }
        String flaw = start.startsWith("arn:") ? arnFlaw(start, value instanceof Value.Literal) : null;
        if (flaw != null) {
            this.flaws.add(guard, "resource", "the `Resource` `" + ValueText.of(value) + "` " + flaw,
                    ValueText.of(value), value.origin());
            return;
        }
        boolean whole = value instanceof Value.Literal;
        boolean arn = start.startsWith("arn:") || (!whole && "arn:".startsWith(start)) || start.startsWith("*");
        if (!arn) {
            this.flaws.add(guard, "resource", "the `Resource` `" + ValueText.of(value) + "` is neither an ARN nor `*`",
                    ValueText.of(value), value.origin());
        }
    }

    /// What is wrong with the text of an ARN, or with its start; null when nothing is. A
    /// wildcard may stand for parts of
    /// it.
    private static @Nullable String arnFlaw(String text, boolean whole) {
        String[] parts = text.split(":", ARN_PARTS);
        if (whole && parts.length < ARN_PARTS && !hasWildcard(text)) {
            return "has " + parts.length + " of the " + ARN_PARTS
                    + " parts `arn:partition:service:region:account:resource`";
        }
        boolean partition = parts.length > 2 && !hasWildcard(parts[1]) && !parts[1].contains("$");
        return partition && Partition.all().stream().noneMatch((known) -> known.id().equals(parts[1]))
                ? "has `" + parts[1] + "` in the place of its partition" : null;
    }

    private static boolean hasWildcard(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /// Whether an object has an element, or one whose name is a slip of the pen away from
    /// it and which is a flaw of its own.
    static boolean hasName(Value.ObjectValue object, String name) {
        return object.fields()
            .stream()
            .anyMatch((field) -> !(field.value() instanceof Value.Absent)
                    && (field.key().equalsIgnoreCase(name) || name.equals(meantOfAll(field.key()))));
    }

    private static @Nullable String meantOfAll(String key) {
        boolean known = STATEMENT_ELEMENTS.stream().anyMatch(key::equalsIgnoreCase)
                || ELEMENTS.stream().anyMatch(key::equalsIgnoreCase);
        String meant = known ? null : meant(key, STATEMENT_ELEMENTS);
        return known || meant != null ? meant : meant(key, ELEMENTS);
    }

    /// The element that a name is a slip of the pen away from, or null.
    private static @Nullable String meant(String key, List<String> known) {
        return known.stream()
            .filter((name) -> name.length() > SHORT_NAME && Spelling.distance(key, name, 1) <= 1)
            .findFirst()
            .orElse(null);
    }

    /// Takes the flaws of one policy.
    static final class FlawSink {

        private final GuardSpace guards;

        private final List<PolicyFlaw> found = new ArrayList<>();

        FlawSink(GuardSpace guards) {
            this.guards = guards;
        }

        List<PolicyFlaw> found() {
            return List.copyOf(this.found);
        }

        void add(Guard guard, String id, String message, Origin origin) {
            add(guard, id, message, "", origin);
        }

        void add(Guard guard, String id, String message, String value, Origin origin) {
            if (guard != Guard.FALSE && guard != Guard.EXHAUSTED) {
                this.found.add(new PolicyFlaw(guard, id, message, value, origin));
            }
        }

        /// Adds a flaw of a field that must not be there, for the cases in which it is.
        void addUnlessAbsent(Guard guard, String id, String message, Value.Field field) {
            for (Alternatives.Alternative leaf : Alternatives.of(this.guards, guard, field.value())) {
                if (!(leaf.value() instanceof Value.Absent) && !(leaf.value() instanceof Value.Unknown)) {
                    add(leaf.guard(), id, message, field.keyOrigin());
                }
            }
        }

        /// Visits each text of a value that is one text or a list of texts; other shapes
        /// are flaws.
        void eachText(Value value, Guard guard, TextVisitor visitor) {
            eachText(value, guard, visitor, true);
        }

        private void eachText(Value value, Guard guard, TextVisitor visitor, boolean listAllowed) {
            for (Alternatives.Alternative leaf : Alternatives.of(this.guards, guard, value)) {
                switch (leaf.value()) {
                    case Value.ListValue list when listAllowed ->
                        list.items().forEach((item) -> eachText(item, leaf.guard(), visitor, false));
                    case Value.ListValue list ->
                        add(leaf.guard(), "nested-list", "a list stands in a list of texts", list.origin());
                    case Value.ObjectValue object ->
                        add(leaf.guard(), "no-text", "an object stands where a text is wanted", object.origin());
                    case Value.Literal _, Value.Concat _, Value.Reference _ ->
                        visitor.visit(leaf.guard(), leaf.value());
                    case Value.Unknown _, Value.Absent _, Value.Choice _ -> {
                    }
                }
            }
        }

    }

    /// Takes one text of an element.
    interface TextVisitor {

        /// @param guard when it is there
        /// @param value a literal, a concatenation or a reference
        void visit(Guard guard, Value value);

    }

    /// The text of a value that is all literal, or null.
    static @Nullable String literal(Value value) {
        return value instanceof Value.Literal literal ? literal.text() : null;
    }

}

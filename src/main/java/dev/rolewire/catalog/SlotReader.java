package dev.rolewire.catalog;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.catalog.IdentitySlot.Confidence;
import dev.rolewire.catalog.IdentitySlot.Evidence;
import dev.rolewire.catalog.IdentitySlot.Requirement;
import dev.rolewire.catalog.IdentitySlot.Trust;
import dev.rolewire.catalog.IdentitySlot.TrustMode;
import org.jspecify.annotations.Nullable;

/// Reads a slot of a data file and checks that its fields go together.
final class SlotReader {

    private static final List<String> FIELDS = List.of("accepts", "principals", "trust", "actions", "evidence",
            "confidence", "required", "unless", "literals", "placeholders", "conflicts", "one-or-many", "pattern",
            "min-length", "max-length", "names", "disputed", "computed", "note");

    private final CatalogEntry entry;

    private final SlotPath path;

    private List<Accepted> accepts = List.of();

    private List<String> principals = List.of();

    private @Nullable TrustMode trust;

    private List<String> actions = List.of();

    private Evidence evidence = Evidence.NONE;

    private Confidence confidence = Confidence.HIGH;

    private Requirement requirement = Requirement.OPTIONAL;

    private List<String> unless = List.of();

    private List<String> literals = List.of();

    private List<String> placeholders = List.of();

    private List<String> conflicts = List.of();

    private boolean oneOrMany;

    private @Nullable String regex;

    private @Nullable Integer minLength;

    private @Nullable Integer maxLength;

    private boolean rootNames;

    private boolean disputed;

    private boolean computed;

    private @Nullable String note;

    private SlotReader(CatalogEntry entry) {
        this.entry = entry;
        try {
            this.path = SlotPath.parse(entry.key());
        }
        catch (IllegalArgumentException ex) {
            throw entry.problem(String.valueOf(ex.getMessage()));
        }
    }

    /// Reads the slots of a type.
    /// @param type an entry whose key is the type and whose entries are the slots by path
    static List<IdentitySlot> readAll(CatalogEntry type) {
        List<IdentitySlot> slots = new ArrayList<>();
        for (CatalogEntry entry : type.sorted()) {
            slots.add(new SlotReader(entry).read(type.key()));
        }
        for (int i = 0; i < slots.size(); i++) {
            checkConflicts(type.entries().get(i), slots.get(i), slots);
        }
        return List.copyOf(slots);
    }

    private static void checkConflicts(CatalogEntry entry, IdentitySlot slot, List<IdentitySlot> slots) {
        for (String conflict : slot.conflicts()) {
            List<String> place = slot.path().resolve(conflict);
            if (slots.stream().noneMatch((other) -> startsWith(other.path().segments(), place))) {
                throw entry.problem("`conflicts` leads to `" + String.join("/", place) + "`, where no slot is");
            }
        }
    }

    private static boolean startsWith(List<String> segments, List<String> start) {
        return segments.size() >= start.size() && segments.subList(0, start.size()).equals(start);
    }

    private IdentitySlot read(String type) {
        int before = -1;
        for (CatalogEntry field : this.entry.children()) {
            int at = FIELDS.indexOf(field.key());
            if (at < 0) {
                throw field.problem("unknown field `" + field.key() + "`");
            }
            if (at <= before) {
                throw field.problem("`" + field.key() + "` is there twice or out of order; the order is "
                        + String.join(", ", FIELDS));
            }
            before = at;
            readField(field);
        }
        IdentitySlot.Pattern pattern = (this.regex == null && this.minLength == null && this.maxLength == null) ? null
                : new IdentitySlot.Pattern(this.regex, this.minLength, this.maxLength);
        TrustMode mode = check();
        return new IdentitySlot(type, this.path, this.accepts, new Trust(mode, this.principals, this.actions),
                this.requirement, this.unless, this.literals, this.placeholders, this.conflicts, this.oneOrMany,
                pattern, this.disputed, this.computed, this.rootNames, this.confidence, this.evidence, this.note);
    }

    private void readField(CatalogEntry field) {
        switch (field.key()) {
            case "accepts" -> this.accepts = CatalogWords.accepts(field);
            case "principals" -> this.principals = field.texts();
            case "trust" -> this.trust = CatalogWords.trust(field);
            case "actions" -> this.actions = field.texts();
            case "evidence" -> this.evidence = CatalogWords.evidence(field);
            case "confidence" -> this.confidence = CatalogWords.confidence(field);
            case "required" -> this.requirement = CatalogWords.requirement(field);
            case "unless" -> this.unless = places(field);
            case "literals" -> this.literals = field.texts();
            case "placeholders" -> this.placeholders = field.texts();
            case "conflicts" -> this.conflicts = places(field);
            case "one-or-many" -> this.oneOrMany = CatalogWords.yes(field);
            case "pattern" -> this.regex = field.text();
            case "min-length" -> this.minLength = CatalogWords.number(field);
            case "max-length" -> this.maxLength = CatalogWords.number(field);
            case "computed" -> this.computed = CatalogWords.yes(field);
            case "names" -> this.rootNames = CatalogWords.names(field);
            case "disputed" -> this.disputed = CatalogWords.yes(field);
            case "note" -> this.note = field.text();
            default -> throw field.problem("unknown field `" + field.key() + "`");
        }
    }

    private List<String> places(CatalogEntry field) {
        for (String relative : field.texts()) {
            try {
                if (this.path.resolve(relative).equals(this.path.segments())) {
                    throw field.problem("`" + relative + "` leads to the slot itself");
                }
            }
            catch (IllegalArgumentException ex) {
                throw field.problem(String.valueOf(ex.getMessage()));
            }
        }
        return field.texts();
    }

    private TrustMode check() {
        if (this.accepts.isEmpty()) {
            throw this.entry.problem("`accepts` is missing");
        }
        TrustMode mode = this.trust;
        if (mode == null) {
            require(!this.principals.isEmpty(), "give `principals`, or `trust: none` or `trust: unknown`");
            mode = TrustMode.ANY;
        }
        boolean named = switch (mode) {
            case ANY, FEDERATED -> true;
            case ALL -> {
                require(this.principals.size() > 1, "`trust: all` needs several principals");
                yield true;
            }
            case NONE, UNKNOWN -> false;
        };
        require(named != this.principals.isEmpty(), "`principals` and this `trust` do not go together");
        require(named == (this.evidence != Evidence.NONE), "`evidence` stands beside `principals`, and only there");
        require(named || this.actions.isEmpty(), "`actions` need `principals`");
        require(this.actions.stream().allMatch((action) -> action.startsWith("sts:")), "`actions` start with `sts:`");
        require(this.requirement != Requirement.REQUIRED || this.path.selector().isEmpty(),
                "a slot with a selector cannot be required");
        require(this.requirement == Requirement.EXPECTED || this.unless.isEmpty(),
                "`unless` needs `required: expected`");
        return mode;
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw this.entry.problem(message);
        }
    }

}

package dev.rolewire.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.rolewire.model.Dialect;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlotPatternsTests {

    private static final List<String> TEXTS = List.of("arn:aws:iam::123456789012:role/App",
            "arn:aws:iam::123456789012:role/a/b/App", "arn:aws:iam::123456789012:role/service-role/App",
            "arn:aws-cn:iam::123456789012:role/App", "arn:aws-us-gov:iam::123456789012:role/App",
            "arn:aws-iso-b:iam::123456789012:role/App", "arn:aws:iam::123456789012:role/A.p_p+=,@-",
            "arn:aws:iam::123456789012:instance-profile/x/App", "arn:aws:iam::aws:policy/App", "App", "a/App", "A b",
            "", "arn:aws:iam::123456789012:role/" + "a".repeat(1100));

    private final SlotPatterns patterns = new SlotPatterns();

    private final Catalog catalog = Catalogs.bundled();

    @Test
    void judgesLikeTheExpressionOfTheSchema() {
        for (String regex : regexes()) {
            Pattern original = Pattern.compile(regex);
            for (String text : TEXTS) {
                if (this.patterns.knows(regex)) {
                    assertThat(this.patterns.refuses(regex, text)).as("%s on %s", regex, text)
                        .isEqualTo(!original.matcher(text).find());
                }
            }
        }
    }

    @Test
    void knowsEveryPatternButThoseWithLookaheads() {
        List<IdentitySlot> unknown = slots().stream().filter((slot) -> !this.patterns.knows(regexOf(slot))).toList();
        assertThat(unknown).hasSize(4)
            .allSatisfy((slot) -> assertThat(regexOf(slot)).contains("(?!"))
            .allSatisfy((slot) -> assertThat(slot.note()).contains("lookaheads"));
    }

    @Test
    void takesLinearTime() {
        String hostile = "arn:aws:iam::123456789012:role/" + "a/".repeat(400) + "!";
        long start = System.nanoTime();
        regexes().forEach((regex) -> this.patterns.refuses(regex, hostile));
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    @Test
    void everyNamingConstraintIsOfASlot() {
        long rows = slots().stream().filter((slot) -> !this.catalog.namingConstraintsOf(slot).isEmpty()).count();
        assertThat(rows).isEqualTo(7);
    }

    private List<IdentitySlot> slots() {
        return java.util.stream.Stream.of(Dialect.Family.values())
            .flatMap((family) -> this.catalog.slots(family).stream())
            .toList();
    }

    private Set<String> regexes() {
        Set<String> found = new LinkedHashSet<>();
        slots().forEach((slot) -> found.add(regexOf(slot)));
        return found;
    }

    /// The expression of a slot; the empty one, which takes everything, where it has
    /// none.
    private static String regexOf(IdentitySlot slot) {
        IdentitySlot.Pattern pattern = slot.pattern();
        String regex = pattern == null ? null : pattern.regex();
        return regex == null ? "" : regex;
    }

}

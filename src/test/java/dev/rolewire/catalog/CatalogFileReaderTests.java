package dev.rolewire.catalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CatalogFileReaderTests {

    @Test
    void readsEntriesTextsAndLists() {
        CatalogEntry root = CatalogFileReader.read("f", """
                # comment
                A::B:
                  a: plain it's text
                  b: 'single: ''quoted'' '
                  c: [one, 'two, [2]', three]

                  'd*':
                    e: f
                """);

        CatalogEntry type = root.entries().getFirst();
        assertThat(type.key()).isEqualTo("A::B");
        assertThat(type.line()).isEqualTo(2);
        assertThat(type.entries().get(0).text()).isEqualTo("plain it's text");
        assertThat(type.entries().get(1).text()).isEqualTo("single: 'quoted' ");
        assertThat(type.entries().get(2).texts()).containsExactly("one", "two, [2]", "three");
        assertThat(type.entries().get(3).key()).isEqualTo("d*");
        assertThat(type.entries().get(3).entries().getFirst().line()).isEqualTo(8);
    }

    @Test
    void readsWindowsLineEndings() {
        assertThat(CatalogFileReader.read("f", "a:\r\n  b: c\r\n").entries().getFirst().entries().getFirst().text())
            .isEqualTo("c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"',
            value = { "text | expected `key:`", ": x | expected `key:`", "a: [b | expected a list",
                    "a: [] | expected a list", "a: [b,c] | expected a list", "a: [b] c | there is more behind the list",
                    "a: &b | must stand in single quotes", "a: !tag b | must stand in single quotes",
                    "a: b: c | must stand in single quotes", "a: b # c | must stand in single quotes",
                    "a: 'b | must stand in single quotes", "a: 'b'c' | must stand in single quotes",
                    "*: b | must stand in single quotes", "a:~    b: c | expected an indent of at most 2 columns",
                    "a:~ b: c | expected an indent of at most 2 columns",
                    "a: b~  c: d | expected an indent of at most 0 columns" })
    void refusesEverythingElse(String text, String message) {
        assertThatExceptionOfType(CatalogException.class)
            .isThrownBy(() -> CatalogFileReader.read("f", text.replace("~", "\n")))
            .withMessageStartingWith("f:" + (text.contains("~") ? 2 : 1) + ": ")
            .withMessageContaining(message);
    }

    @Test
    void refusesTabsAndTrailingSpaces() {
        assertThatExceptionOfType(CatalogException.class).isThrownBy(() -> CatalogFileReader.read("f", "a: b \n"))
            .withMessageContaining("space at the end");
        assertThatExceptionOfType(CatalogException.class).isThrownBy(() -> CatalogFileReader.read("f", "a: b\tc\n"))
            .withMessageContaining("tab");
    }

    @Test
    void anEntryWithoutWhatIsWantedNamesItsLine() {
        CatalogEntry root = CatalogFileReader.read("f", "a:\n  b: c\nd: [e, f]\n");

        assertThatExceptionOfType(CatalogException.class).isThrownBy(() -> root.entries().getLast().text())
            .withMessage("f:3: expected one text behind `d`");
        assertThatExceptionOfType(CatalogException.class).isThrownBy(() -> root.entries().getFirst().texts())
            .withMessageContaining("expected a text or a list behind `a`");
        assertThatExceptionOfType(CatalogException.class).isThrownBy(() -> root.entries().getLast().children())
            .withMessageContaining("expected entries below `d`");
    }

}

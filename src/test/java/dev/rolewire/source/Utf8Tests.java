package dev.rolewire.source;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class Utf8Tests {

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void plainTextIsDecodedAsItIs() {
        Utf8.Decoded decoded = Utf8.decode("a: ü\r\n\uD83D\uDE00".getBytes(StandardCharsets.UTF_8));
        assertThat(decoded).isEqualTo(new Utf8.Decoded("a: ü\r\n\uD83D\uDE00", null, false));
    }

    @Test
    void emptyBytesAreAnEmptyText() {
        assertThat(Utf8.decode(new byte[0])).isEqualTo(new Utf8.Decoded("", null, false));
    }

    @Test
    void theByteOrderMarkIsDropped() {
        assertThat(Utf8.decode(bytes(0xEF, 0xBB, 0xBF, 'a'))).isEqualTo(new Utf8.Decoded("a", null, false));
        assertThat(Utf8.decode(bytes(0xEF, 0xBB, 0xBF))).isEqualTo(new Utf8.Decoded("", null, false));
    }

    @Test
    void onlyOneByteOrderMarkIsDropped() {
        assertThat(Utf8.decode(bytes(0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF)).text()).isEqualTo("\uFEFF");
    }

    @Test
    void utf16IsKnownByItsByteOrderMark() {
        assertThat(Utf8.decode("\uFEFF{ü}".getBytes(StandardCharsets.UTF_16LE)).text()).isEqualTo("{ü}");
        assertThat(Utf8.decode("\uFEFF{ü}".getBytes(StandardCharsets.UTF_16BE)).text()).isEqualTo("{ü}");
    }

    @Test
    void anOddByteOfUtf16IsMalformed() {
        assertThat(Utf8.decode(bytes(0xFF, 0xFE, 'a', 0, 'b'))).isEqualTo(new Utf8.Decoded("a\uFFFD", 1, false));
    }

    @Test
    void aLoneSurrogateOfUtf16IsMalformed() {
        assertThat(Utf8.decode(bytes(0xFE, 0xFF, 0, 'a', 0xD8, 0x3D, 0, 'b')).malformedAt()).isEqualTo(1);
    }

    @Test
    void theFirstMalformedSequenceIsLocatedInTheDecodedText() {
        Utf8.Decoded decoded = Utf8.decode(bytes(0xC3, 0xBC, 0xF0, 0x9F, 0x98, 0x80, 'a', 0xFF, 'b', 0xC3));
        assertThat(decoded).isEqualTo(new Utf8.Decoded("ü\uD83D\uDE00a\uFFFDb\uFFFD", 4, false));
    }

    @ParameterizedTest
    @CsvSource({ "C0 80", "ED A0 80", "F4 90 80 80", "80", "E2 82", "FE", "F8 88 80 80 80" })
    void whatIsNoUtf8IsMalformed(String hex) {
        byte[] sequence = java.util.HexFormat.ofDelimiter(" ").parseHex(hex);
        assertThat(Utf8.decode(sequence).malformedAt()).isZero();
    }

    @Test
    void aWrittenReplacementCharacterIsNotMalformed() {
        assertThat(Utf8.decode("a\uFFFDb".getBytes(StandardCharsets.UTF_8)))
            .isEqualTo(new Utf8.Decoded("a\uFFFDb", null, false));
    }

    @Test
    void malformedBytesAfterAWrittenReplacementCharacterAreLocated() {
        assertThat(Utf8.decode(bytes(0xEF, 0xBF, 0xBD, 'a', 0xFF)).malformedAt()).isEqualTo(2);
    }

    @Test
    void aNulMakesATextBinary() {
        assertThat(Utf8.decode(bytes('P', 'K', 3, 4, 0, 0)).binary()).isTrue();
        assertThat(Utf8.looksBinary("a\0")).isTrue();
    }

    @Test
    void manyControlCharactersMakeATextBinary() {
        assertThat(Utf8.looksBinary("\u001B\u0001\u0002abc")).isTrue();
        assertThat(Utf8.looksBinary("\u001B[31mthis text has a few colours but is one\u001B[0m")).isFalse();
        assertThat(Utf8.looksBinary("\t\t\t\r\n\r\n\f")).isFalse();
    }

}

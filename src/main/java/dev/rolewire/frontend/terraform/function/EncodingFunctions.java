package dev.rolewire.frontend.terraform.function;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;
import org.jspecify.annotations.Nullable;

/// Base64, URL and character encodings.
final class EncodingFunctions {

    private EncodingFunctions() {
    }

    static void addTo(Library library) {
        library.add("base64encode", 1, (arguments, known) -> known.text(Base64.getEncoder()
            .encodeToString(known.text(arguments.getFirst(), 0).getBytes(StandardCharsets.UTF_8))));
        library.add("base64decode", 1, (arguments, known) -> {
            byte[] bytes = decoded(known.text(arguments.getFirst(), 0));
            if (bytes == null) {
                throw Failure.of("failed to decode base64 data " + GoText.quoted(known.text(arguments.getFirst(), 0)));
            }
            return known.text(utf8(bytes, "the result of decoding the provided string is not valid UTF-8"));
        });
        library.add("base64gzip", 1, (arguments, known) -> {
            known.text(arguments.getFirst(), 0);
            return known.later("base64gzip(...)");
        });
        library.add("base64gunzip", 1, (arguments, known) -> {
            byte[] bytes = decoded(known.text(arguments.getFirst(), 0));
            if (bytes == null) {
                throw Failure.of("failed to decode base64 data " + GoText.quoted(known.text(arguments.getFirst(), 0)));
            }
            return known.text(gunzipped(bytes));
        });
        library.add("urlencode", 1, (arguments, known) -> known.text(urlEncoded(known.text(arguments.getFirst(), 0))));
        library.add("urldecode", 1, (arguments, known) -> known.text(urlDecoded(known.text(arguments.getFirst(), 0))));
        library.add("textencodebase64", 2, EncodingFunctions::textEncode);
        library.add("textdecodebase64", 2, EncodingFunctions::textDecode);
    }

    /// Standard base64 with padding; line breaks are skipped. Null when it is malformed.
    static byte @Nullable [] decoded(String text) {
        String bare = text.replace("\n", "").replace("\r", "");
        if (bare.length() % 4 != 0) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(bare);
        }
        catch (IllegalArgumentException ex) {
            return null;
        }
    }

    static String utf8(byte[] bytes, String message) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
        catch (CharacterCodingException ex) {
            throw Failure.of(message);
        }
    }

    private static String gunzipped(byte[] bytes) {
        try (GZIPInputStream input = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] content = input.readNBytes(Limits.MAX_TEXT + 1);
            Limits.checkText(content.length);
            return new String(content, StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw Failure.of("failed to gunzip bytestream");
        }
    }

    private static String urlEncoded(String text) {
        StringBuilder result = new StringBuilder();
        for (byte at : text.getBytes(StandardCharsets.UTF_8)) {
            int unsigned = at & 0xff;
            if (unsigned < 0x80 && (Character.isLetterOrDigit(unsigned) || "-_.~".indexOf(unsigned) >= 0)) {
                result.append((char) unsigned);
            }
            else if (unsigned == ' ') {
                result.append('+');
            }
            else {
                result.append('%').append(GoText.hex(unsigned, 2).toUpperCase(Locale.ROOT));
            }
        }
        return result.toString();
    }

    private static String urlDecoded(String text) {
        byte[] source = text.getBytes(StandardCharsets.UTF_8);
        byte[] target = new byte[source.length];
        int length = 0;
        for (int i = 0; i < source.length; i++) {
            if (source[i] == '%') {
                int high = i + 2 < source.length ? Character.digit(source[i + 1], 16) : -1;
                int low = i + 2 < source.length ? Character.digit(source[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw Failure.of("failed to decode URL '%s': invalid URL escape %s".formatted(text,
                            GoText.quoted(text.substring(Math.min(i, text.length())))));
                }
                target[length++] = (byte) (high * 16 + low);
                i += 2;
            }
            else {
                target[length++] = source[i] == '+' ? (byte) ' ' : source[i];
            }
        }
        return new String(target, 0, length, StandardCharsets.UTF_8);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name.equalsIgnoreCase("UTF-16") ? "UTF-16BE" : name);
        }
        catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
            throw Failure.of(1,
                    GoText.quoted(name) + " is not a supported IANA encoding name or alias in this OpenTofu version");
        }
    }

    private static Value textEncode(List<Value> arguments, Known known) {
        String text = known.text(arguments.getFirst(), 0);
        String name = known.text(arguments.get(1), 1);
        try {
            ByteBuffer bytes = charset(name).newEncoder()
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .encode(CharBuffer.wrap(text));
            return known.text(StandardCharsets.ISO_8859_1.decode(Base64.getEncoder().encode(bytes)).toString());
        }
        catch (CharacterCodingException ex) {
            throw Failure.of(0, "the given string contains characters that cannot be represented in " + name);
        }
    }

    private static Value textDecode(List<Value> arguments, Known known) {
        Literal source = known.text(known.text(arguments.getFirst(), 0));
        String name = known.text(arguments.get(1), 1);
        Charset charset = charset(name);
        byte[] bytes = decoded(source.text());
        if (bytes == null) {
            throw Failure.of(0, "the given value is has an invalid base64 symbol");
        }
        try {
            return known.text(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        }
        catch (CharacterCodingException ex) {
            throw Failure.of(0, "the given string contains symbols that are not defined for " + name);
        }
    }

}

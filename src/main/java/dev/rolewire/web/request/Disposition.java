package dev.rolewire.web.request;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A `Content-Disposition` header of a part.
///
/// Clients disagree on how a quote and a backslash are written in a file name. A backslash before a quote escapes it, as
/// curl writes; any other backslash is one, as Windows paths have it; browsers write `%22` (WHATWG, "Multipart form data").
///
/// @param name of the form field, or null
/// @param fileName as sent, or null
record Disposition(@Nullable String name, @Nullable String fileName) {

    static Disposition parse(String header) {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        int at = header.indexOf(';');
        while (at >= 0 && at < header.length()) {
            int equals = header.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String key = header.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
            int start = equals + 1;
            while (start < header.length() && header.charAt(start) == ' ') {
                start++;
            }
            StringBuilder value = new StringBuilder();
            at = value(header, start, value);
            parameters.putIfAbsent(key, value.toString());
        }
        String fileName = extended(parameters.get("filename*"));
        if (fileName == null) {
            String plain = parameters.get("filename");
            fileName = (plain == null) ? null : plain.replace("%22", "\"");
        }
        return new Disposition(parameters.get("name"), fileName);
    }

    /// Reads a value, quoted or not, and gives the offset of the next semicolon or of the
    /// end.
    private static int value(String header, int start, StringBuilder value) {
        if (start >= header.length() || header.charAt(start) != '"') {
            int end = header.indexOf(';', start);
            end = (end < 0) ? header.length() : end;
            value.append(header.substring(Math.min(start, end), end).strip());
            return end;
        }
        int i = start + 1;
        while (i < header.length() && header.charAt(i) != '"') {
            if (header.charAt(i) == '\\' && i + 1 < header.length() && header.charAt(i + 1) == '"') {
                i++;
            }
            value.append(header.charAt(i));
            i++;
        }
        int end = header.indexOf(';', Math.min(i, header.length()));
        return (end < 0) ? header.length() : end;
    }

    /// RFC 8187: `UTF-8''na%C3%AFve.yaml`.
    private static @Nullable String extended(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String[] parts = value.split("'", 3);
        if (parts.length < 3) {
            return null;
        }
        try {
            Charset charset = parts[0].equalsIgnoreCase("ISO-8859-1") ? StandardCharsets.ISO_8859_1
                    : StandardCharsets.UTF_8;
            return URLDecoder.decode(parts[2].replace("+", "%2B"), charset);
        }
        catch (IllegalArgumentException malformed) {
            return null;
        }
    }

}

package dev.rolewire.web.request;

import dev.rolewire.web.problem.Excerpt;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemException;
import dev.rolewire.web.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The paths of files in archives and envelopes. Nothing is ever written to a disk; a path that leads out of the bundle is
/// refused all the same, since nothing in the bundle could refer to it and something else is likely to go wrong with it.
final class EntryPath {

    private static final int LONGEST = 1024;

    /// What the zip format means by a name that is not marked as UTF-8 (APPNOTE, appendix
    /// D).
    private static final Charset DOS = Charset.forName("IBM437");

    private EntryPath() {
    }

    /// A path relative to the root of the bundle, with forward slashes.
    /// @param name as written; a backslash separates too, as some packers of Windows
    /// write
    /// @return the path without `.` and empty segments; empty when nothing is left
    /// @throws ProblemException when it is absolute, contains `..`, is too long or holds
    /// control characters
    static String of(String name) {
        String path = name.replace('\\', '/');
        if (name.length() > LONGEST) {
            throw unsafe(name, "has more than " + LONGEST + " characters").asException();
        }
        if (name.chars().anyMatch((c) -> Character.isISOControl(c))) {
            throw unsafe(name, "holds control characters").asException();
        }
        if (path.startsWith("/") || path.matches("[A-Za-z]:.*")) {
            throw unsafe(name, "is absolute").asException();
        }
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/")) {
            if (segment.equals("..")) {
                throw unsafe(name, "contains `..`").asException();
            }
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return String.join("/", segments);
    }

    /// Decodes the name of a zip entry.
    /// @param marked whether the entry says that it is UTF-8
    static String decoded(byte[] raw, boolean marked) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        }
        catch (CharacterCodingException other) {
            return new String(raw, marked ? StandardCharsets.UTF_8 : DOS);
        }
    }

    /// Decodes the name of a tar entry: UTF-8, or Latin-1 when it is none.
    /// @param latin the name with one character a byte; a PAX header's name comes decoded
    static String decoded(String latin) {
        if (latin.chars().anyMatch((c) -> c > 0xFF) || latin.chars().allMatch((c) -> c < 0x80)) {
            return latin;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(latin.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        }
        catch (CharacterCodingException other) {
            return latin;
        }
    }

    private static Problem unsafe(String name, String what) {
        return Problem
            .of(ProblemType.UNSAFE_PATH,
                    "The path " + Excerpt.of(name) + " " + what
                            + ". Paths are relative to the root of the bundle, as `stacks/web.yaml`.")
            .with("entry", Excerpt.plain(name));
    }

}

package dev.rolewire.frontend.terraform.function;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import com.google.re2j.Pattern;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.ObjectValue;

/// Functions of files and paths. A file that is not at hand is unknown: more may lie beside a configuration than was
/// given.
final class FileFunctions {

    private static final String NO_UTF8 = "contents of %s are not valid UTF-8; use the filebase64 function to obtain the Base64 encoded contents or the other file functions (e.g. filemd5, filesha256) to obtain file hashing results instead";

    private FileFunctions() {
    }

    static void addTo(Library library) {
        library.add("file", 1, (arguments, known) -> ofFile(arguments, known,
                (path, bytes) -> EncodingFunctions.utf8(bytes, NO_UTF8.formatted(path))));
        library.add("filebase64", 1, (arguments, known) -> ofFile(arguments, known,
                (path, bytes) -> Base64.getEncoder().encodeToString(bytes)));
        addHash(library, "filemd5", "MD5");
        addHash(library, "filesha1", "SHA-1");
        addHash(library, "filesha256", "SHA-256");
        addHash(library, "filesha512", "SHA-512");
        library.add("filebase64sha256", 1, (arguments, known) -> ofFile(arguments, known,
                (path, bytes) -> HashFunctions.base64("SHA-256", bytes)));
        library.add("filebase64sha512", 1, (arguments, known) -> ofFile(arguments, known,
                (path, bytes) -> HashFunctions.base64("SHA-512", bytes)));
        library.add("fileexists", 1, (arguments, known) -> {
            String path = known.text(arguments.getFirst(), 0);
            return known.context().files().read(path).isPresent() ? known.bool(true) : missing(path, known);
        });
        library.add("fileset", 2, FileFunctions::fileset);
        library.add("templatefile", 2, (arguments, known) -> {
            String path = known.text(arguments.getFirst(), 0);
            Optional<byte[]> bytes = known.context().files().read(path);
            if (bytes.isEmpty()) {
                return missing(path, known);
            }
            return template(path, EncodingFunctions.utf8(bytes.get(), NO_UTF8.formatted(path)), arguments, known);
        });
        library.add("templatestring", 2,
                (arguments, known) -> template("", known.text(arguments.getFirst(), 0), arguments, known));
        library.add("basename", 1, (arguments, known) -> known.text(basename(known.text(arguments.getFirst(), 0))));
        library.add("dirname", 1, (arguments, known) -> known.text(dirname(known.text(arguments.getFirst(), 0))));
        library.add("abspath", 1, (arguments, known) -> {
            String path = known.text(arguments.getFirst(), 0);
            return path.startsWith("/") ? known.text(cleaned(path)) : known.later("abspath(" + path + ")");
        });
        library.add("pathexpand", 1, (arguments, known) -> {
            String path = known.text(arguments.getFirst(), 0);
            return path.startsWith("~") ? known.later("pathexpand(" + path + ")") : known.text(path);
        });
    }

    private interface Content {

        String of(String path, byte[] bytes);

    }

    private static void addHash(Library library, String name, String algorithm) {
        library.add(name, 1,
                (arguments, known) -> ofFile(arguments, known, (path, bytes) -> HashFunctions.hex(algorithm, bytes)));
    }

    private static Value ofFile(List<Value> arguments, Known known, Content content) {
        String path = known.text(arguments.getFirst(), 0);
        Optional<byte[]> bytes = known.context().files().read(path);
        if (bytes.isEmpty()) {
            return missing(path, known);
        }
        known.take(bytes.get().length / 64L);
        return known.text(content.of(path, bytes.get()));
    }

    private static Value missing(String path, Known known) {
        return Value.Unknown.of(Reason.DATA_SOURCE, "file `" + path + "` that was not given", known.context().origin());
    }

    private static Value template(String path, String text, List<Value> arguments, Known known) {
        Value at = known.shape(arguments.get(1));
        if (!(at instanceof ObjectValue variables)) {
            throw Failure.of(1,
                    at instanceof Value.Absent ? "argument must not be null" : "invalid vars value: must be a map");
        }
        known.take(1 + text.length() / 64L);
        Outcome outcome = known.context().templates().render(path, text, variables, known.context());
        outcome.errors().forEach(known::note);
        return outcome.value();
    }

    private static Value fileset(List<Value> arguments, Known known) {
        String directory = known.text(arguments.getFirst(), 0);
        String glob = cleaned(known.text(arguments.get(1), 1));
        List<String> paths = known.context().files().below(directory);
        if (paths.isEmpty()) {
            return missing(directory, known);
        }
        Pattern pattern = RegexFunctions.compile(Glob.toRegex(glob), 1, known);
        List<String> found = new ArrayList<>();
        for (String path : paths) {
            known.take(1 + path.length() / 16);
            if (pattern.matches(path)) {
                found.add(path);
            }
        }
        found.sort(CodePoints.ORDER);
        return known.list(found.stream().map(known::text).toList(), Value.ListValue.Kind.SET);
    }

    private static String basename(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        String bare = path;
        while (bare.length() > 1 && bare.endsWith("/")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        return bare.equals("/") ? "/" : bare.substring(bare.lastIndexOf('/') + 1);
    }

    private static String dirname(String path) {
        int slash = path.lastIndexOf('/');
        return cleaned(path.substring(0, slash + 1));
    }

    /// The shortest path that means the same, without `.` and inner `..`.
    static String cleaned(String path) {
        boolean rooted = path.startsWith("/");
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/")) {
            if (segment.equals("..") && !segments.isEmpty() && !segments.getLast().equals("..")) {
                segments.removeLast();
            }
            else if (!segment.isEmpty() && !segment.equals(".") && !(segment.equals("..") && rooted)) {
                segments.addLast(segment);
            }
        }
        String joined = String.join("/", segments);
        return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
    }

}

package dev.rolewire.web.request;

import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;

/// The names of files as clients send them.
final class FilePath {

    private static final int LONGEST = 1024;

    private FilePath() {
    }

    /// The directory of a path, without a slash at its end; empty for the root.
    static String directory(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /// A path relative to the root of the bundle, with forward slashes.
    /// @param sent as sent: with backslashes, a drive, a leading slash, `.` or `..`
    /// @return the path without them; empty when nothing is left
    /// @throws dev.rolewire.web.problem.ProblemException when it is too long or holds
    /// control characters
    static String of(String sent) {
        if (sent.length() > LONGEST || sent.chars().anyMatch((c) -> Character.isISOControl(c))) {
            throw Problem
                .of(ProblemType.BAD_OPTION_VALUE,
                        "The name of a file has at most " + LONGEST + " characters, and no control characters.")
                .with("option", "filename")
                .asException();
        }
        String path = sent.replace('\\', '/');
        if (path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0))) {
            path = path.substring(2);
        }
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/")) {
            boolean names = !segment.isEmpty() && !segment.equals(".") && !segment.equals("..");
            if (names) {
                segments.add(segment);
            }
        }
        return String.join("/", segments);
    }

}

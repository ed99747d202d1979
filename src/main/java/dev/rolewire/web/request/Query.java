package dev.rolewire.web.request;

import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The parameters of the query string. The servlet API's own parameters would read the body as well.
public final class Query {

    private final SequencedMap<String, List<String>> values;

    private Query(SequencedMap<String, List<String>> values) {
        this.values = values;
    }

    /// Splits a query string.
    /// @param query the part after `?`, or null
    /// @throws dev.rolewire.web.problem.ProblemException when a percent sign is not
    /// followed by two hexadecimal digits
    public static Query parse(@Nullable String query) {
        SequencedMap<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : (query == null) ? List.<String>of() : List.of(query.split("&"))) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode((equals < 0) ? pair : pair.substring(0, equals));
                String value = (equals < 0) ? "" : decode(pair.substring(equals + 1));
                values.computeIfAbsent(name, (first) -> new ArrayList<>()).add(value);
            }
        }
        return new Query(values);
    }

    /// The names, in the order of their first use.
    List<String> names() {
        return List.copyOf(this.values.sequencedKeySet());
    }

    /// All values of a name.
    List<String> all(String name) {
        return this.values.getOrDefault(name, List.of());
    }

    /// The one value of a name.
    /// @throws dev.rolewire.web.problem.ProblemException when it is given several times
    public Optional<String> one(String name) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw Problem.of(ProblemType.BAD_OPTION_VALUE, "`" + name + "` is given " + all.size() + " times.")
                .with("option", name)
                .asException();
        }
        return all.stream().findFirst();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
        catch (IllegalArgumentException malformed) {
            throw Problem
                .of(ProblemType.BAD_REQUEST,
                        "The query is malformed: a `%` must be followed by two hexadecimal digits.")
                .asException();
        }
    }

}

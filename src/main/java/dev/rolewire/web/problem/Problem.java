package dev.rolewire.web.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// One problem of one call.
///
/// @param type its kind
/// @param status the HTTP status, that of the type unless the server set another
/// @param detail what is wrong with this call and what to do, one or more sentences
/// @param members further members (`known`, `allowed`, `nearest`, `command`, `limit`, `reason`), texts, numbers or lists of texts
/// @param headers further headers of the answer
public record Problem(ProblemType type, int status, String detail, SequencedMap<String, Object> members,
        SequencedMap<String, String> headers) {

    /// Stands in texts for the address of the service, as the client called it.
    public static final String BASE_URL = "{base}";

    /// The member that says why a busy service refuses, a word of ours.
    public static final String REASON = "reason";

    public Problem {
        members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
    }

    /// A problem with nothing but a detail.
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, type.status(), detail, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /// The same with a list as a further member.
    public Problem with(String name, List<String> values) {
        return withMember(name, List.copyOf(values));
    }

    /// The same with a text as a further member.
    public Problem with(String name, String value) {
        return withMember(name, value);
    }

    /// The same with a number as a further member.
    public Problem with(String name, long value) {
        return withMember(name, value);
    }

    /// Why a busy service refuses, or the empty text.
    public String reason() {
        return (this.members.get(REASON) instanceof String reason) ? reason : "";
    }

    /// The same with a header.
    public Problem withHeader(String name, String value) {
        SequencedMap<String, String> more = new LinkedHashMap<>(this.headers);
        more.put(name, value);
        return new Problem(this.type, this.status, this.detail, this.members, more);
    }

    /// The same with another status.
    public Problem withStatus(int status) {
        return new Problem(this.type, status, this.detail, this.members, this.headers);
    }

    /// The same with the address of the service in its texts.
    /// @param base scheme, host, port and context path, without a slash at its end
    Problem at(String base) {
        SequencedMap<String, Object> located = new LinkedHashMap<>();
        this.members.forEach((name, value) -> located.put(name,
                (name.equals("command") && value instanceof String text) ? text.replace(BASE_URL, base) : value));
        return new Problem(this.type, this.status, this.detail, located, this.headers);
    }

    /// Ends the call with this problem.
    public ProblemException asException() {
        return new ProblemException(this);
    }

    private Problem withMember(String name, Object value) {
        SequencedMap<String, Object> more = new LinkedHashMap<>(this.members);
        more.put(name, value);
        return new Problem(this.type, this.status, this.detail, more, this.headers);
    }

}

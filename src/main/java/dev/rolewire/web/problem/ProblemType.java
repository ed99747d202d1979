package dev.rolewire.web.problem;

import java.net.URI;

/// Every kind of problem that a call can meet. The URIs are stable: scripts depend on them.
public enum ProblemType {

    /// Nothing to analyse came.
    EMPTY_BODY("empty-body", 400, "The body is empty"),
    /// The line breaks are gone, as `curl -d` does it, or the document is a field of an
    /// HTML form.
    MANGLED_BODY("mangled-body", 400, "The client changed the document"),
    /// The multipart body breaks RFC 7578 or RFC 2046.
    MALFORMED_MULTIPART("malformed-multipart", 400, "The multipart body is malformed"),
    /// `Content-Encoding: gzip`, and the body is none.
    MALFORMED_GZIP("malformed-gzip", 400, "The body is not the gzip that its header says"),
    /// A zip, tar or gzip that is damaged, or no archive at all.
    MALFORMED_ARCHIVE("malformed-archive", 400, "The archive is malformed"),
    /// A zip with a password.
    ENCRYPTED_ARCHIVE("encrypted-archive", 400, "The archive is encrypted"),
    /// A path in an archive or envelope that is absolute or leads upwards.
    UNSAFE_PATH("unsafe-path", 400, "A path leads out of the bundle"),
    /// The JSON envelope is no JSON, or of another shape.
    MALFORMED_ENVELOPE("malformed-envelope", 400, "The JSON envelope cannot be read"),
    /// Two files of a request have one path.
    DUPLICATE_PATH("duplicate-path", 400, "Two files have the same path"),
    /// The options are no JSON or YAML object.
    MALFORMED_OPTIONS("malformed-options", 400, "The options cannot be read"),
    /// The inventory is not what the AWS CLI prints.
    MALFORMED_INVENTORY("malformed-inventory", 400, "The inventory cannot be read"),
    /// The baseline is no report and no log of ours.
    MALFORMED_BASELINE("malformed-baseline", 400, "The baseline cannot be read"),
    /// An option or part that does not exist.
    UNKNOWN_OPTION("unknown-option", 400, "There is no such option"),
    /// An option with a value that it does not take.
    BAD_OPTION_VALUE("bad-option-value", 400, "The option does not take this value"),
    /// A rule in the options that does not exist.
    UNKNOWN_RULE("unknown-rule", 400, "There is no such rule"),
    /// The request breaks HTTP, or the client stopped sending.
    BAD_REQUEST("bad-request", 400, "The request is malformed"),
    /// Credentials are missing, or are none of this service.
    UNAUTHENTICATED("unauthenticated", 401, "The call needs other credentials"),
    /// The credentials are good, and do not allow this.
    FORBIDDEN("forbidden", 403, "The credentials do not allow this"),
    /// A page of another site calls, and its origin is not among those that may.
    FOREIGN_ORIGIN("foreign-origin", 403, "Pages of this origin may not call the service"),
    /// Nothing is served at this path.
    NOT_FOUND("not-found", 404, "There is nothing at this path"),
    /// `GET /v1/rules/{id}`.
    RULE_NOT_FOUND("rule-not-found", 404, "There is no such rule"),
    /// `GET /v1/catalog/{type}`.
    TYPE_NOT_FOUND("type-not-found", 404, "The catalog has no such resource type"),
    /// The path exists, the method does not.
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The path does not take this method"),
    /// No format of the report suits the `Accept` header.
    NOT_ACCEPTABLE("not-acceptable", 406, "No format that the client accepts"),
    /// The body did not arrive in time.
    REQUEST_TIMEOUT("request-timeout", 408, "The body did not arrive in time"),
    /// One document is larger than the limit.
    DOCUMENT_TOO_LARGE("document-too-large", 413, "A document is too large"),
    /// The body, also once unpacked, is larger than the limit.
    REQUEST_TOO_LARGE("request-too-large", 413, "The request is too large"),
    /// More files than the limit.
    TOO_MANY_FILES("too-many-files", 413, "The request has too many files"),
    /// The body is of a media type that is not analysed.
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body has a type that is not analysed"),
    /// The body is packed in a way that is not unpacked.
    UNSUPPORTED_CONTENT_ENCODING("unsupported-content-encoding", 415, "The content encoding is not supported"),
    /// As many analyses run and wait as the limits allow.
    OVERLOADED("overloaded", 503, "The service is busy"),
    /// The analysis took longer than the limit.
    DEADLINE_EXCEEDED("deadline-exceeded", 503, "The analysis took too long"),
    /// Tokens cannot be checked.
    ISSUER_UNAVAILABLE("issuer-unavailable", 503, "The issuer of the tokens does not answer"),
    /// A flaw of the service.
    INTERNAL_ERROR("internal-error", 500, "The service failed");

    private static final String BASE = "https://rolewire.dev/problems/";

    private final String slug;

    private final int status;

    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    /// The `type` of RFC 9457.
    public URI uri() {
        return URI.create(BASE + this.slug);
    }

    /// The last segment of the URI.
    public String slug() {
        return this.slug;
    }

    /// The HTTP status.
    public int status() {
        return this.status;
    }

    /// The `title` of RFC 9457: the same for every problem of the type.
    public String title() {
        return this.title;
    }

}

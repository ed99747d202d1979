package dev.rolewire.edit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// References of CloudFormation, in the form and style of what stands in their place: `!Ref X`, `Ref: X`,
/// `{ "Fn::GetAtt": ["X", "Arn"] }`.
final class TemplateReferences {

    private static final String REF = "Ref";

    private static final Pattern SUBSTITUTED = Pattern
        .compile("(?:\\\\?\")?\\$\\{(?<all>(\\w+)(?:\\.\\w+)?)}(?:\\\\?\")?");

    private static final String GET_ATT = "Fn::GetAtt";

    private final SourceFile source;

    private final String text;

    private final Layout layout;

    /// Whether the document is JSON.
    private final boolean json;

    /// Whether objects on one line have spaces inside their braces.
    private final boolean spaced;

    /// Whether YAML is written with tags rather than with the long names of functions.
    private final boolean tags;

    TemplateReferences(SourceFile source) {
        this.source = source;
        this.text = source.text();
        this.layout = new Layout(this.text);
        this.json = this.text.stripLeading().startsWith("{");
        this.spaced = !this.text.contains("{\"Ref\"") && !this.text.contains("{\"Fn::");
        this.tags = this.text.contains("!Ref ") || this.text.contains("!GetAtt ") || this.text.contains("!Sub ")
                || !this.text.contains("Ref:");
    }

    boolean isJson() {
        return this.json;
    }

    /// Puts a reference in the place of a node.
    /// @return null when something that is not to be lost stands inside
    @Nullable Written replace(TreePath path, Value old, String name, String attribute) {
        Node node = path.node();
        if (path.isShared(this.text)) {
            return null;
        }
        Mapping.Entry call = call(node);
        Written written = call == null ? whole(node, name, attribute) : longForm(call, name, attribute);
        return written == null || isDirect(node, call, old) ? written : written.unsure();
    }

    /// Puts a reference in the place of another one inside a text that `Fn::Sub` reads:
    /// `${Role}` in a JSON document.
    /// @return null when the span covers no such one
    @Nullable Written substitute(Span span, Value old, String name, String attribute) {
        Matcher matcher = SUBSTITUTED.matcher(this.source.textAt(span));
        if (!matcher.matches() || !isNamed(old, matcher.group(2))) {
            return null;
        }
        String reference = attribute.equals(REF) ? name : name + "." + attribute;
        return Written.of(this.source, span.start() + matcher.start("all"), span.start() + matcher.end("all"),
                reference);
    }

    private static Mapping.@Nullable Entry call(Node node) {
        if (node.tag() != null || !(node instanceof Mapping mapping) || mapping.entries().size() != 1) {
            return null;
        }
        Mapping.Entry only = mapping.entries().getFirst();
        return only.name().equals(REF) || only.name().startsWith("Fn::") ? only : null;
    }

    private @Nullable Written longForm(Mapping.Entry call, String name, String attribute) {
        int start = call.key().span().start();
        int end = call.value().span().end();
        String between = this.text.substring(call.key().span().end(), call.value().span().start());
        String separator = between.indexOf('\n') < 0 && between.indexOf('&') < 0 ? between : ": ";
        char quote = quote(call.key());
        if (this.layout.mayHoldComment(start, end)) {
            return null;
        }
        return Written.of(this.source, start, end, longForm(name, attribute, quote, separator));
    }

    private static String longForm(String name, String attribute, char quote, String separator) {
        return attribute.equals(REF) ? quoted(REF, quote) + separator + quoted(name, quote) : quoted(GET_ATT, quote)
                + separator + "[" + quoted(name, quote) + ", " + quoted(attribute, quote) + "]";
    }

    private static String quoted(String word, char quote) {
        return quote == 0 ? word : quote + word + quote;
    }

    /// The quotation mark of a scalar, or 0.
    private static char quote(Scalar scalar) {
        return switch (scalar.style()) {
            case DOUBLE_QUOTED -> '"';
            case SINGLE_QUOTED -> '\'';
            case PLAIN, LITERAL, FOLDED -> 0;
        };
    }

    private @Nullable Written whole(Node node, String name, String attribute) {
        int start = node.span().start();
        int end = node.span().end();
        String anchor = this.json ? null : TreePath.anchor(this.text, start);
        if (anchor != null) {
            if (this.text.charAt(start) == '!') {
                return null;
            }
            start += anchor.length() + 1;
            while (Character.isWhitespace(this.text.charAt(start))) {
                start++;
            }
        }
        if (!this.json && !(node instanceof Scalar) && this.layout.mayHoldComment(start, end)) {
            return null;
        }
        boolean reference = "!Ref".equals(node.tag()) || "!GetAtt".equals(node.tag());
        char quote = reference && node instanceof Scalar scalar ? quote(scalar) : 0;
        return Written.of(this.source, start, end, standing(name, attribute, quote));
    }

    /// A reference as a value of its own.
    String standing(String name, String attribute) {
        return standing(name, attribute, (char) 0);
    }

    private String standing(String name, String attribute, char quote) {
        if (this.json) {
            String space = this.spaced ? " " : "";
            return "{" + space + longForm(name, attribute, '"', ": ") + space + "}";
        }
        return attribute.equals(REF) ? "!Ref " + quoted(name, quote)
                : "!GetAtt " + quoted(name + "." + attribute, quote);
    }

    /// Whether YAML is written with tags rather than with the long names of functions.
    boolean usesTags() {
        return !this.json && this.tags;
    }

    /// Whether a node says itself what its value is, and takes it from no parameter,
    /// mapping or other place.
    private static boolean isDirect(Node node, Mapping.@Nullable Entry call, Value old) {
        String function = call != null ? call.name() : node.tag();
        if (function == null) {
            return true;
        }
        Node argument = call != null ? call.value() : node;
        return switch (function.startsWith("!") ? function.substring(1) : function.replace("Fn::", "")) {
            case REF -> argument instanceof Scalar scalar && isNamed(old, scalar.text());
            case "GetAtt" -> !(argument instanceof Sequence) || old instanceof Value.Reference;
            case "Sub", "Join" -> old instanceof Value.Reference || old instanceof Value.Concat;
            default -> false;
        };
    }

    /// Whether a node is a reference to an attribute of a resource, and nothing else.
    boolean isTo(Node node, @Nullable String name, String attribute) {
        Mapping.Entry call = call(node);
        String function = call != null ? call.name().replace("Fn::", "")
                : node.tag() == null ? "" : node.tag().substring(1);
        Node argument = call != null ? call.value() : node;
        String whole = argument instanceof Scalar scalar ? scalar.text()
                : argument instanceof Sequence list && list.items().size() == 2
                        && list.items().get(0) instanceof Scalar first && list.items().get(1) instanceof Scalar second
                                ? first.text() + "." + second.text() : "";
        return name != null && (attribute.equals(REF) ? function.equals(REF) && whole.equals(name)
                : function.equals("GetAtt") && whole.equals(name + "." + attribute));
    }

    private static boolean isNamed(Value old, String name) {
        return old instanceof Value.Reference reference
                && (reference.address().equals(name) || reference.address().endsWith("/" + name));
    }

}

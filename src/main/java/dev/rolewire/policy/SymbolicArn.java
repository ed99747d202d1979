package dev.rolewire.policy;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// The parts of an ARN some of whose text may not be known, such as
/// `arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Role}` (IAM User Guide, "IAM identifiers": the resource of an
/// IAM ARN is `type/path/name`, the path being optional).
///
/// A part that is not literal counts as one piece without `:` or `/` in it. Whether it really is one is for the
/// caller to judge by what it is: `${RolePath}${Role}` is taken as a name.
///
/// @param partition such as `aws`
/// @param service such as `iam`
/// @param region an empty literal for IAM
/// @param account an empty literal when left out
/// @param resource the values that the text after the fifth colon is made of, in order
/// @param origin the whole ARN
public record SymbolicArn(Value partition, Value service, Value region, Value account, List<Value> resource,
        Origin origin) {

    private static final List<String> RESOURCE_TYPES = List.of("role", "instance-profile", "policy", "user", "group");

    private static final int SEGMENTS = 6;

    /// Reads an ARN.
    /// @return null when the value is no ARN or may be none: it does not start with a
    /// literal `arn:`, or its literal
    /// parts have fewer than five colons
    public static @Nullable SymbolicArn parse(Value value) {
        List<Value> parts = switch (value) {
            case Value.Literal literal -> List.of(literal);
            case Value.Concat concat -> concat.parts();
            case Value.Reference _, Value.Choice _, Value.ListValue _, Value.ObjectValue _, Value.Unknown _,
                    Value.Absent _ ->
                List.of();
        };
        if (parts.isEmpty() || !(parts.getFirst() instanceof Value.Literal first) || !first.text().startsWith("arn:")) {
            return null;
        }
        List<List<Value>> segments = split(parts, ':', SEGMENTS);
        if (segments.size() < SEGMENTS) {
            return null;
        }
        Origin origin = value.origin();
        return new SymbolicArn(join(segments.get(1), origin), join(segments.get(2), origin),
                join(segments.get(3), origin), join(segments.get(4), origin), List.copyOf(segments.get(5)), origin);
    }

    /// The kind of IAM resource: `role`, `instance-profile`, `policy`, `user` or `group`;
    /// null when it is another, is no
    /// resource of IAM, or cannot be known.
    public @Nullable String resourceType() {
        if (!(this.service instanceof Value.Literal literal) || !literal.text().equals("iam")) {
            return null;
        }
        List<List<Value>> segments = split(this.resource, '/', Integer.MAX_VALUE);
        if (segments.size() < 2 || !(join(segments.getFirst(), this.origin) instanceof Value.Literal type)) {
            return null;
        }
        return RESOURCE_TYPES.contains(type.text()) ? type.text() : null;
    }

    /// The segments between type and name, without slashes; empty when there are none or
    /// the type is not known.
    public List<Value> path() {
        if (resourceType() == null) {
            return List.of();
        }
        List<List<Value>> segments = split(this.resource, '/', Integer.MAX_VALUE);
        List<Value> path = new ArrayList<>();
        for (List<Value> segment : segments.subList(1, segments.size() - 1)) {
            path.add(join(segment, this.origin));
        }
        return List.copyOf(path);
    }

    /// The name of the resource: what follows the last slash. Null when the type is not
    /// known or the name is empty.
    public @Nullable Value name() {
        if (resourceType() == null) {
            return null;
        }
        List<Value> last = split(this.resource, '/', Integer.MAX_VALUE).getLast();
        return last.isEmpty() ? null : join(last, this.origin);
    }

    /// Splits the literal parts at a character, at most into `limit` lists; empty texts
    /// are left out of the lists.
    private static List<List<Value>> split(List<Value> parts, char separator, int limit) {
        List<List<Value>> segments = new ArrayList<>();
        segments.add(new ArrayList<>());
        for (Value part : parts) {
            if (!(part instanceof Value.Literal literal)) {
                segments.getLast().add(part);
                continue;
            }
            String text = literal.text();
            int start = 0;
            int at = text.indexOf(separator);
            while (at >= 0 && segments.size() < limit) {
                add(segments.getLast(), text.substring(start, at), literal.origin());
                segments.add(new ArrayList<>());
                start = at + 1;
                at = text.indexOf(separator, start);
            }
            add(segments.getLast(), text.substring(start), literal.origin());
        }
        return segments;
    }

    private static void add(List<Value> segment, String text, Origin origin) {
        if (text.isEmpty()) {
            return;
        }
        if (!segment.isEmpty() && segment.getLast() instanceof Value.Literal before) {
            segment.set(segment.size() - 1, Value.Literal.of(before.text() + text, before.origin()));
        }
        else {
            segment.add(Value.Literal.of(text, origin));
        }
    }

    private static Value join(List<Value> segment, Origin origin) {
        return switch (segment.size()) {
            case 0 -> Value.Literal.of("", origin);
            case 1 -> segment.getFirst();
            default -> new Value.Concat(List.copyOf(segment), origin, null);
        };
    }

}

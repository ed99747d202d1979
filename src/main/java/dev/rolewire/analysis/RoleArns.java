package dev.rolewire.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

import dev.rolewire.inventory.IdentityArn;
import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Partition;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import dev.rolewire.policy.SymbolicArn;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/// The ARNs of roles for a policy that lets them be passed, `*` standing for what is not known. The partition is that of
/// the Region, `aws` where it is not known.
final class RoleArns {

    private static final String ANY = "*";

    /// CloudFormation calls a role `<stack>-<logical id>-<random>` and shortens both
    /// where the 64 characters of a role's
    /// name do not suffice; so much of a logical id is left always.
    private static final int KEPT = 20;

    private RoleArns() {
    }

    /// The ARNs that a role of the document can have.
    static List<String> of(Wiring wiring, Identity.Local role) {
        Resource resource = role.resource();
        if (resource.properties().get("arn") instanceof Value.Literal arn) {
            return List.of(arn.text());
        }
        List<String> names = names(wiring, role);
        List<String> paths = role.type().data() ? List.of("/", "/*/") : paths(wiring, role);
        SequencedSet<String> arns = new LinkedHashSet<>();
        for (String path : paths) {
            names.forEach((name) -> arns.add(start(wiring) + path + name));
        }
        return List.copyOf(arns);
    }

    /// The ARNs of a role that is known by its name alone: it may have a path.
    static List<String> ofName(Wiring wiring, Value name) {
        String text = text(name);
        return List.of(start(wiring) + "/" + text, start(wiring) + "/*/" + text);
    }

    /// The ARN of a role that the document writes out; null when too little of it is
    /// known.
    /// @param label what the value comes to, where it refers to something that repeats it
    static @Nullable String ofArn(Wiring wiring, Value value, String label) {
        if (!label.contains("${") && IdentityArn.parse(label) != null) {
            return label;
        }
        SymbolicArn arn = SymbolicArn.parse(value);
        if (arn == null || arn.name() == null) {
            return null;
        }
        String partition = arn.partition() instanceof Value.Literal literal ? literal.text() : partition(wiring);
        String account = arn.account() instanceof Value.Literal literal ? literal.text() : account(wiring);
        StringBuilder text = new StringBuilder("arn:").append(partition).append(":iam::").append(account).append(':');
        arn.resource().forEach((part) -> text.append(text(part)));
        return text.toString();
    }

    private static String start(Wiring wiring) {
        return "arn:" + partition(wiring) + ":iam::" + account(wiring) + ":role";
    }

    private static String partition(Wiring wiring) {
        String region = wiring.template().environment().region();
        return region == null ? "aws" : Partition.ofRegion(region).id();
    }

    private static String account(Wiring wiring) {
        Template.Environment environment = wiring.template().environment();
        List<String> accounts = wiring.account().inventory().accounts();
        String own = accounts.size() == 1 && !accounts.getFirst().isEmpty() ? accounts.getFirst() : ANY;
        return environment.accountId() == null ? own : environment.accountId();
    }

    private static List<String> names(Wiring wiring, Identity.Local role) {
        String property = role.type().nameProperty();
        Value name = property == null ? null : role.resource().properties().get(property);
        List<String> names = new ArrayList<>();
        if (name != null) {
            for (Alternatives.Alternative alternative : Alternatives.of(wiring.template().guards(),
                    role.resource().condition(), name)) {
                names.add(
                        alternative.value() instanceof Value.Absent ? madeUp(wiring, role) : text(alternative.value()));
            }
        }
        return names.isEmpty() ? List.of(madeUp(wiring, role)) : names;
    }

    /// What CloudFormation or Terraform calls a role that is given no name.
    private static String madeUp(Wiring wiring, Identity.Local role) {
        return switch (wiring.template().dialect().family()) {
            case CLOUDFORMATION -> {
                String address = role.resource().address();
                String id = address.substring(address.lastIndexOf('/') + 1);
                yield "*-" + (id.length() > KEPT ? id.substring(0, KEPT) : id) + ANY;
            }
            case TERRAFORM -> {
                Value prefix = role.resource().properties().get("name_prefix");
                boolean given = prefix != null && !(prefix instanceof Value.Absent);
                yield given ? joined(text(prefix), ANY) : "terraform-*";
            }
        };
    }

    private static List<String> paths(Wiring wiring, Identity.Local role) {
        String property = role.type().pathProperty();
        Value path = property == null ? null : role.resource().properties().get(property);
        if (role.type().impliedPrincipalProperty() != null) {
            return List.of("/aws-service-role/*/");
        }
        List<String> paths = new ArrayList<>();
        if (path != null) {
            for (Alternatives.Alternative alternative : Alternatives.of(wiring.template().guards(),
                    role.resource().condition(), path)) {
                String text = alternative.value() instanceof Value.Absent ? "/" : text(alternative.value());
                if (text.equals(ANY)) {
                    paths.addAll(List.of("/", "/*/"));
                    continue;
                }
                paths.add((text.startsWith("/") ? "" : "/") + text
                        + (text.endsWith("/") || text.endsWith(ANY) ? "" : "/"));
            }
        }
        return paths.isEmpty() ? List.of("/") : paths;
    }

    private static String text(@Nullable Value value) {
        return switch (value) {
            case Value.Literal literal -> literal.text();
            case Value.Concat concat -> concat.parts().stream().map(RoleArns::text).reduce("", RoleArns::joined);
            case Value.Reference _, Value.Choice _, Value.ListValue _, Value.ObjectValue _, Value.Unknown _ -> ANY;
            case Value.Absent _ -> "";
            case null -> ANY;
        };
    }

    /// Two texts, the asterisks where they meet as one.
    private static String joined(String left, String right) {
        return left.endsWith(ANY) && right.startsWith(ANY) ? left + right.substring(1) : left + right;
    }

}

package dev.rolewire.policy;

import java.util.List;

import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Checks whether a text that starts as an ARN can be one (IAM User Guide, "IAM identifiers": `arn`, partition, service,
/// Region, account and resource; an ARN of IAM has no Region, and its account is twelve digits or `aws`).
public final class ArnGrammar {

    /// AWS's SDKs, `partitions.json`.
    private static final List<String> PARTITIONS = List.of("aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b",
            "aws-iso-e", "aws-iso-f", "aws-eusc");

    private static final int ACCOUNT_LENGTH = 12;

    private static final int SEPARATORS = 5;

    private ArnGrammar() {
    }

    /// What is wrong with an ARN.
    /// @param value a text, possibly with parts that are not known; those are taken to be
    /// right
    /// @return the flaw, to be read after "the ARN"; null when there is none or the text
    /// does not start as an ARN
    public static @Nullable String flaw(Value value) {
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
        SymbolicArn arn = SymbolicArn.parse(value);
        if (arn == null) {
            return parts.stream().allMatch(ArnGrammar::hasNoColon) ? tooShort(parts) : null;
        }
        return flawOf(arn);
    }

    /// Whether a part that is not literal surely holds no colon: a pseudo parameter.
    private static boolean hasNoColon(Value part) {
        return part instanceof Value.Literal || (part instanceof Value.Reference reference
                && reference.address().startsWith("AWS::") && !reference.address().equals("AWS::StackId"));
    }

    private static String tooShort(List<Value> parts) {
        int colons = 0;
        for (Value part : parts) {
            colons += part instanceof Value.Literal literal
                    ? (int) literal.text().chars().filter((c) -> c == ':').count() : 0;
        }
        return "has " + (colons + 1) + " of the " + (SEPARATORS + 1)
                + " parts `arn:partition:service:region:account:resource`";
    }

    private static @Nullable String flawOf(SymbolicArn arn) {
        String partition = literal(arn.partition());
        if (partition != null && !PARTITIONS.contains(partition)) {
            return "has `" + partition + "` in the place of its partition";
        }
        if (!"iam".equals(literal(arn.service()))) {
            return null;
        }
        String region = literal(arn.region());
        if (region != null && !region.isEmpty()) {
            return "has `" + region + "` in the place of a Region; an ARN of IAM has none";
        }
        String account = literal(arn.account());
        if (account == null || account.equals("aws") || isAccount(account)) {
            return null;
        }
        return account.isEmpty() ? "names no account"
                : "has `" + account + "` in the place of its account, which has twelve digits";
    }

    private static boolean isAccount(String text) {
        return text.length() == ACCOUNT_LENGTH && text.chars().allMatch((c) -> c >= '0' && c <= '9');
    }

    private static @Nullable String literal(Value value) {
        return value instanceof Value.Literal literal ? literal.text() : null;
    }

}

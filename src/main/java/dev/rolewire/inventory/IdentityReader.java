package dev.rolewire.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the items of the lists, and puts together what several lists know of one identity.
final class IdentityReader {

    /// Many times what IAM's quotas let an account have.
    private static final int MOST = 200_000;

    private static final String LOGICAL_ID = "aws:cloudformation:logical-id";

    private final SequencedMap<String, AccountIdentity> identities = new LinkedHashMap<>();

    /// All identities, each once.
    List<AccountIdentity> all() {
        return List.copyOf(this.identities.sequencedValues());
    }

    /// Reads a list.
    /// @param parser at its start; afterwards at its end
    void read(ListKey list, JsonParser parser, Page page) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (list == ListKey.RESERVATIONS) {
                reservation(parser, page);
            }
            else {
                page.add(list, item(list.kind(), parser).arn());
            }
        }
    }

    private AccountIdentity item(IdentityKind kind, JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw InventoryReader.failure("an object with the `Arn` of a " + kind.label() + " is expected",
                    parser.currentTokenLocation());
        }
        var start = parser.currentTokenLocation();
        IdentityArn arn = null;
        Value trust = null;
        String logicalId = null;
        List<String> roles = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (name) {
                case "Arn" -> arn = token == JsonToken.VALUE_STRING ? IdentityArn.parse(parser.getString()) : null;
                case "AssumeRolePolicyDocument" -> trust = TrustPolicies.read(parser);
                case "Tags" -> logicalId = logicalId(parser);
                case "Roles" -> roles = names(IdentityKind.ROLE, parser);
                case "InstanceProfileList" -> names(IdentityKind.INSTANCE_PROFILE, parser);
                default -> parser.skipChildren();
            }
        }
        if (arn == null || arn.kind() != kind) {
            throw InventoryReader.failure("the `Arn` of a " + kind.label() + " is expected in this object", start);
        }
        return add(new AccountIdentity(arn, trust, roles, logicalId));
    }

    private List<String> names(IdentityKind kind, JsonParser parser) {
        List<String> names = new ArrayList<>();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                names.add(item(kind, parser).name());
            }
        }
        else {
            parser.skipChildren();
        }
        return names;
    }

    private AccountIdentity add(AccountIdentity identity) {
        if (this.identities.size() >= MOST) {
            throw new InventoryException("it has more than " + MOST + " identities", 0, 0);
        }
        return this.identities.merge(identity.label(), identity, AccountIdentity::and);
    }

    /// The value of the tag that CloudFormation gives to what it makes, or null.
    private static @Nullable String logicalId(JsonParser parser) {
        String found = null;
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return null;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String key = "";
            String value = "";
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                continue;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
                key = text && name.equals("Key") ? parser.getString() : key;
                value = text && name.equals("Value") ? parser.getString() : value;
                parser.skipChildren();
            }
            found = key.equals(LOGICAL_ID) ? value : found;
        }
        return found;
    }

    /// Looks for the profiles of instances, wherever they stand.
    private void reservation(JsonParser parser, Page page) {
        if (!parser.currentToken().isStructStart()) {
            throw InventoryReader.failure("a reservation is expected", parser.currentTokenLocation());
        }
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.PROPERTY_NAME && parser.currentName().equals("IamInstanceProfile")) {
                if (parser.nextToken() == JsonToken.START_OBJECT) {
                    page.add(ListKey.RESERVATIONS, item(IdentityKind.INSTANCE_PROFILE, parser).arn());
                }
                token = parser.currentToken();
                depth += token == JsonToken.START_ARRAY ? 1 : 0;
            }
            else {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
        }
    }

}

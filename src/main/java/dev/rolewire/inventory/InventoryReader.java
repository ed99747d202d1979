package dev.rolewire.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.catalog.IdentityKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Reads what the AWS CLI prints of an account: `aws iam get-account-authorization-details`, `list-roles`,
/// `list-instance-profiles`, `list-users`, `list-groups`, `aws ec2 describe-instances`.
///
/// Several outputs and several pages of one are taken: one after the other, in an array, or as the members of an object.
/// What is read is not held: a reader keeps names, ARNs and trust policies.
public final class InventoryReader {

    /// What is accepted, for messages.
    public static final String ACCEPTED = "the JSON that `aws iam get-account-authorization-details`, "
            + "`aws iam list-roles`, `aws iam list-instance-profiles` or `aws ec2 describe-instances` prints";

    private static final int DEEPEST = 100;

    private static final int LONGEST_TEXT = 1 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
        .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST_TEXT).build())
        .build();

    /// Pages of one output may stand in arrays in objects in arrays, and no deeper.
    private static final int DEEPEST_PAGE = 4;

    private final List<Page> pages = new ArrayList<>();

    private final IdentityReader identities = new IdentityReader();

    /// Reads one or several outputs.
    /// @param bytes JSON in UTF-8, UTF-16 or UTF-32, nothing when blank
    /// @throws InventoryException when it is no JSON or something else, with the position
    public void read(byte[] bytes) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            while (parser.nextToken() != null) {
                read(parser);
            }
        }
        catch (JacksonException malformed) {
            throw failure("it is no JSON from there on, or too long or too deep", malformed.getLocation());
        }
    }

    /// Reads an output, or an array or object of several, that is a part of a larger
    /// document.
    /// @param parser at the first token of the value
    /// @throws InventoryException when it is something else, with the position
    public void read(JsonParser parser) {
        value(parser, 0);
    }

    /// What was read.
    /// @param accountId the account to speak of when nothing that was read names one, or
    /// null
    public Inventory inventory(@Nullable String accountId) {
        SequencedMap<String, Completeness> accounts = new LinkedHashMap<>();
        for (Page page : this.pages) {
            if (page.account() != null) {
                accounts.computeIfAbsent(page.account(), (key) -> new Completeness());
            }
        }
        if (accounts.isEmpty() && !this.pages.isEmpty()) {
            accounts.put(accountId == null ? "" : accountId, new Completeness());
        }
        for (Page page : this.pages) {
            String account = page.account() != null ? page.account()
                    : accounts.size() == 1 ? accounts.firstEntry().getKey() : "";
            Completeness completeness = accounts.get(account);
            if (completeness != null) {
                completeness.add(page);
            }
        }
        SequencedMap<String, SequencedMap<IdentityKind, Listing>> listings = new LinkedHashMap<>();
        accounts.forEach((account, completeness) -> listings.put(account, completeness.listings()));
        return new Inventory(listings, this.identities.all());
    }

    private void value(JsonParser parser, int depth) {
        JsonToken token = parser.currentToken();
        if (depth > DEEPEST_PAGE || (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY)) {
            throw unexpected(parser);
        }
        if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(parser, depth + 1);
            }
            return;
        }
        object(parser, depth);
    }

    /// A page, or an object whose members are pages.
    private void object(JsonParser parser, int depth) {
        Page page = new Page();
        TokenStreamLocation start = parser.currentTokenLocation();
        int before = this.pages.size();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            ListKey list = ListKey.of(name);
            if (list != null && token == JsonToken.START_ARRAY) {
                page.open(list);
                this.identities.read(list, parser, page);
            }
            else if (token.isScalarValue()) {
                mark(page, name, token);
            }
            else if (name.equals("ResponseMetadata")) {
                parser.skipChildren();
            }
            else {
                value(parser, depth + 1);
            }
        }
        if (!page.lists().isEmpty()) {
            this.pages.add(page);
        }
        else if (before == this.pages.size()) {
            throw failure("none of the lists " + String.join(", ", ListKey.names()) + " is in this object", start);
        }
    }

    private static void mark(Page page, String name, JsonToken token) {
        boolean more = switch (name) {
            case "IsTruncated" -> token == JsonToken.VALUE_TRUE;
            case "Marker", "NextToken" -> token == JsonToken.VALUE_STRING;
            default -> false;
        };
        if (more) {
            page.truncate();
        }
    }

    private static InventoryException unexpected(JsonParser parser) {
        return failure("an object or a list of objects is expected", parser.currentTokenLocation());
    }

    static InventoryException failure(String message, @Nullable TokenStreamLocation location) {
        return new InventoryException(message, location == null ? 0 : location.getLineNr(),
                location == null ? 0 : location.getColumnNr());
    }

}

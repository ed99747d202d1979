package dev.rolewire.inventory;

import java.util.EnumMap;
import java.util.Map;
import java.util.SequencedSet;
import java.util.LinkedHashSet;

import org.jspecify.annotations.Nullable;

/// One page of output: which lists it has, and whether more was left over.
final class Page {

    private final Map<ListKey, Contents> lists = new EnumMap<>(ListKey.class);

    private boolean truncated;

    private @Nullable String account;

    /// What one list of a page shows of its completeness.
    ///
    /// @param roots the first segments of the paths of what belongs to the account, the
    /// empty text for the path `/`
    record Contents(SequencedSet<String> roots) {

    }

    void open(ListKey list) {
        this.lists.putIfAbsent(list, new Contents(new LinkedHashSet<>()));
    }

    void add(ListKey list, IdentityArn arn) {
        if (arn.account().length() == 12) {
            this.account = this.account == null ? arn.account() : this.account;
            String path = arn.path();
            String root = path.length() == 1 ? "" : path.substring(1, path.indexOf('/', 1));
            this.lists.computeIfAbsent(list, (key) -> new Contents(new LinkedHashSet<>())).roots().add(root);
        }
    }

    void truncate() {
        this.truncated = true;
    }

    boolean isTruncated() {
        return this.truncated;
    }

    /// Whether it is a page of `get-account-authorization-details`.
    boolean isDetails() {
        return this.lists.containsKey(ListKey.ROLE_DETAILS) || this.lists.containsKey(ListKey.USER_DETAILS)
                || this.lists.containsKey(ListKey.GROUP_DETAILS);
    }

    /// The account that it speaks of; null when nothing in it says so.
    @Nullable String account() {
        return this.account;
    }

    Map<ListKey, Contents> lists() {
        return this.lists;
    }

}

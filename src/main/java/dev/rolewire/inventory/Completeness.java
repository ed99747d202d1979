package dev.rolewire.inventory;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.catalog.IdentityKind;

/// Judges how complete the lists of one account are, from its pages in the order in which they came.
///
/// The output does not say whether a filter was used. An account has roles always (AWS makes service-linked ones in each),
/// so that an empty list of them was filtered; other empty lists of `get-account-authorization-details` may have been.
/// Lists of which all paths begin alike may be those of a `--path-prefix`. Such lists prove nothing.
final class Completeness {

    private final Map<ListKey, State> states = new EnumMap<>(ListKey.class);

    private static final class State {

        private final Set<String> roots = new HashSet<>();

        private boolean leftOver;

        private boolean details;

    }

    void add(Page page) {
        page.lists().forEach((list, contents) -> {
            State state = this.states.computeIfAbsent(list, (key) -> new State());
            state.roots.addAll(contents.roots());
            state.leftOver = page.isTruncated();
            state.details |= page.isDetails();
        });
    }

    /// How complete each kind is.
    SequencedMap<IdentityKind, Listing> listings() {
        SequencedMap<IdentityKind, Listing> listings = new LinkedHashMap<>();
        for (IdentityKind kind : IdentityKind.values()) {
            listings.put(kind, Listing.PARTIAL);
        }
        this.states.forEach((list, state) -> {
            if (isComplete(list, state)) {
                listings.put(list.kind(), Listing.COMPLETE);
            }
        });
        State roles = this.states.get(ListKey.ROLE_DETAILS);
        if (roles != null && isComplete(ListKey.ROLE_DETAILS, roles)
                && listings.get(IdentityKind.INSTANCE_PROFILE) == Listing.PARTIAL) {
            listings.put(IdentityKind.INSTANCE_PROFILE, Listing.WITH_ROLE);
        }
        return listings;
    }

    private static boolean isComplete(ListKey list, State state) {
        if (state.leftOver) {
            return false;
        }
        return switch (list) {
            case ROLE_DETAILS, USER_DETAILS, GROUP_DETAILS -> !state.roots.isEmpty();
            case POLICIES -> state.details && !state.roots.isEmpty();
            case ROLES, USERS, GROUPS -> !state.roots.isEmpty() && !haveOnePrefix(state.roots);
            case INSTANCE_PROFILES -> !haveOnePrefix(state.roots);
            case RESERVATIONS -> false;
        };
    }

    private static boolean haveOnePrefix(Set<String> roots) {
        return roots.size() == 1 && !roots.contains("");
    }

}

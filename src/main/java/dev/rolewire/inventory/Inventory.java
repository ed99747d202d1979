package dev.rolewire.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import dev.rolewire.catalog.IdentityKind;

/// What one or several accounts hold. Immutable.
///
/// Names are found as they are written: IAM keeps names apart by account and kind, whatever their paths, and lets none
/// differ from another only by case (IAM API Reference, CreateRole).
public final class Inventory {

    /// Nothing was sent.
    public static final Inventory NONE = new Inventory(new LinkedHashMap<>(), List.of());

    private static final String OF_AWS = "aws";

    private final SequencedMap<String, SequencedMap<IdentityKind, Listing>> accounts;

    private final Map<Key, AccountIdentity> identities = new HashMap<>();

    private final Map<Key, AccountIdentity> ignoringCase = new HashMap<>();

    private final Map<String, Map<IdentityKind, Integer>> counts = new HashMap<>();

    private final Map<String, String> partitions = new HashMap<>();

    private record Key(String account, IdentityKind kind, String name) {

    }

    /// Collects identities.
    /// @param accounts how complete the lists are, by account and kind; every kind is
    /// there
    /// @param identities the identities; one that several listings have stands there once
    Inventory(SequencedMap<String, SequencedMap<IdentityKind, Listing>> accounts, List<AccountIdentity> identities) {
        this.accounts = accounts;
        for (AccountIdentity identity : identities) {
            String account = identity.arn().account();
            this.partitions.putIfAbsent(account, identity.arn().partition());
            this.identities.put(new Key(account, identity.kind(), identity.name()), identity);
            this.ignoringCase.put(new Key(account, identity.kind(), lower(identity.name())), identity);
            this.counts.computeIfAbsent(account, (key) -> new HashMap<>()).merge(identity.kind(), 1, Integer::sum);
        }
    }

    /// Whether it says nothing of any account.
    public boolean isEmpty() {
        return this.accounts.isEmpty();
    }

    /// The ids of the accounts, twelve digits each, in the order in which they were met.
    public List<String> accounts() {
        return List.copyOf(this.accounts.sequencedKeySet());
    }

    /// How complete the list of a kind is; partial for an account of which nothing is
    /// known.
    public Listing listing(String account, IdentityKind kind) {
        SequencedMap<IdentityKind, Listing> listings = this.accounts.get(account);
        return listings == null ? Listing.PARTIAL : listings.getOrDefault(kind, Listing.PARTIAL);
    }

    /// The partition of an account; `aws` when nothing says which.
    public String partition(String account) {
        return this.partitions.getOrDefault(account, "aws");
    }

    /// How many identities of a kind it has of an account.
    public int count(String account, IdentityKind kind) {
        return this.counts.getOrDefault(account, Map.of()).getOrDefault(kind, 0);
    }

    /// The identity of a name.
    public Optional<AccountIdentity> find(String account, IdentityKind kind, String name) {
        return Optional.ofNullable(this.identities.get(new Key(account, kind, name)));
    }

    /// The identity whose name is the same but for its case.
    public Optional<AccountIdentity> findIgnoringCase(String account, IdentityKind kind, String name) {
        return Optional.ofNullable(this.ignoringCase.get(new Key(account, kind, lower(name))));
    }

    /// The managed policy of AWS that an account uses, by its ARN.
    public Optional<AccountIdentity> findManaged(IdentityArn arn) {
        return arn.account().equals(OF_AWS)
                ? find(OF_AWS, arn.kind(), arn.name()).filter((identity) -> identity.arn().equals(arn))
                : Optional.empty();
    }

    /// The roles that an instance profile holds, as far as the inventory has them.
    public List<AccountIdentity> rolesOf(AccountIdentity profile) {
        List<AccountIdentity> roles = new ArrayList<>();
        List<String> names = profile.roles();
        if (names != null) {
            names.forEach((name) -> find(profile.arn().account(), IdentityKind.ROLE, name).ifPresent(roles::add));
        }
        return roles;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

}

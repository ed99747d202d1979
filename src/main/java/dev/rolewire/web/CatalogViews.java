package dev.rolewire.web;

import dev.rolewire.catalog.Accepted;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.model.Dialect;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The catalog as the API shows it.
final class CatalogViews {

    private CatalogViews() {
    }

    /// The types of all families.
    record CatalogOverview(String version, List<FamilyOverview> families) {

    }

    /// The types of one family.
    record FamilyOverview(String family, int types, int slots, List<TypeSummary> resourceTypes) {

    }

    /// A type and how many slots it has.
    record TypeSummary(String type, int slots) {

    }

    /// The slots of one type.
    ///
    /// @param dataSlots those of the Terraform data source of the same name
    record CatalogType(String type, String family, List<CatalogSlot> slots, List<CatalogSlot> dataSlots) {

    }

    /// One identity slot.
    record CatalogSlot(String path, List<String> accepts, CatalogTrust trust, String requirement, List<String> literals,
            List<String> conflicts, @Nullable CatalogPattern pattern, String confidence, String evidence,
            @Nullable String note) {

        static CatalogSlot of(IdentitySlot slot) {
            IdentitySlot.Pattern pattern = slot.pattern();
            return new CatalogSlot(slot.path().toString(), slot.accepts().stream().map(Accepted::toString).toList(),
                    new CatalogTrust(word(slot.trust().mode()), slot.trust().principals(), slot.trust().actions()),
                    word(slot.requirement()), slot.literals(), slot.conflicts(),
                    (pattern == null) ? null
                            : new CatalogPattern(pattern.regex(), pattern.minLength(), pattern.maxLength()),
                    word(slot.confidence()),
                    (slot.evidence() == IdentitySlot.Evidence.NONE) ? "none" : slot.evidence().name(), slot.note());
        }

    }

    /// Who must be able to assume the role.
    record CatalogTrust(String mode, List<String> principals, List<String> actions) {

    }

    /// What AWS's schema or the provider demands of the text.
    record CatalogPattern(@Nullable String regex, @Nullable Integer minLength, @Nullable Integer maxLength) {

    }

    /// The word for a constant.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

}

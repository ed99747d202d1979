package dev.rolewire.policy;

import org.jspecify.annotations.Nullable;

/// A service principal that is written out: what it says of the service, the Region and the partition.
///
/// @param service such as `lambda` or `monitoring.rds`
/// @param region the Region, or null when it names none
/// @param domain such as `amazonaws.com.cn`
public record ServiceDomain(String service, @Nullable String region, String domain) {

    /// The domain that most services have in every partition.
    public static final String COMMON = "amazonaws.com";

    /// Takes a principal apart.
    /// @return null when it ends in no known domain
    public static @Nullable ServiceDomain parse(String text) {
        ServiceName name = ServiceName.parse(text);
        if (name == null) {
            return null;
        }
        String domain = ServiceName.DOMAINS.stream()
            .filter((known) -> text.endsWith("." + known))
            .findFirst()
            .orElse("");
        return domain.isEmpty() ? null : new ServiceDomain(name.service(), name.region(), domain);
    }

}

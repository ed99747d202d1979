package dev.rolewire.policy;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// A service principal taken apart: `states.eu-west-1.amazonaws.com` is service `states` in Region `eu-west-1`.
///
/// @param service the labels before Region and domain: `lambda`, `build.apprunner`
/// @param region the Region, the character [TextPattern#REGION], or null when it names none
record ServiceName(String service, @Nullable String region) {

    /// The domains of the partitions, as the SDKs' endpoint data list them. The same
    /// service has the same name in each
    /// of them.
    static final List<String> DOMAINS = List.of("amazonaws.com", "amazonaws.com.cn", "amazonaws.eu", "c2s.ic.gov",
            "sc2s.sgov.gov", "cloud.adc-e.uk", "csp.hci.ic.gov");

    private static final String SYMBOLIC_DOMAIN = "." + TextPattern.SUFFIX;

    /// Such as `eu-west-1`, `us-gov-east-1`, `us-isob-east-1`, `eusc-de-east-1`.
    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-\\d");

    private static final int MAX_REGION_LENGTH = 40;

    /// Takes a principal apart.
    /// @param text the principal, as in [TextPattern#text()]
    /// @return null when it ends in no known domain or its service is not literal
    static @Nullable ServiceName parse(String text) {
        for (String domain : DOMAINS) {
            if (text.endsWith("." + domain)) {
                return split(text.substring(0, text.length() - domain.length() - 1));
            }
        }
        return text.endsWith(SYMBOLIC_DOMAIN) ? split(text.substring(0, text.length() - SYMBOLIC_DOMAIN.length()))
                : null;
    }

    private static @Nullable ServiceName split(String head) {
        int dot = head.lastIndexOf('.');
        String last = head.substring(dot + 1);
        boolean regional = dot > 0 && (last.equals(String.valueOf(TextPattern.REGION)) || isRegion(last));
        String service = regional ? head.substring(0, dot) : head;
        boolean literal = service.chars()
            .noneMatch((c) -> c == TextPattern.ANY || c == TextPattern.REGION || c == TextPattern.SUFFIX);
        return service.isEmpty() || !literal ? null : new ServiceName(service, regional ? last : null);
    }

    /// Whether a text has the form of a Region code.
    static boolean isRegion(String text) {
        // The bound keeps the recursion of the regular expression short.
        return text.length() <= MAX_REGION_LENGTH && REGION.matcher(text).matches();
    }

}

package dev.rolewire.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/// Chooses what a client gets by its `Accept` headers (RFC 9110, 12.5.1).
final class Negotiation {

    private Negotiation() {
    }

    /// The offer that suits a client best.
    /// @param offers what there is, the one for clients that ask for nothing first
    /// @param mediaType the media type of an offer
    /// @param accepts the `Accept` headers
    /// @return it, or nothing when none suits
    static <T> Optional<T> choose(List<T> offers, Function<T, String> mediaType, List<String> accepts) {
        List<MediaType> ranges = new ArrayList<>();
        try {
            for (String accept : accepts) {
                ranges.addAll(MediaType.parseMediaTypes(accept));
            }
            MimeTypeUtils.sortBySpecificity(ranges);
        }
        catch (InvalidMediaTypeException malformed) {
            return Optional.empty();
        }
        if (ranges.isEmpty()) {
            return Optional.of(offers.getFirst());
        }
        ranges.sort(Collections.reverseOrder(Comparator.comparingDouble(MediaType::getQualityValue)));
        return ranges.stream()
            .filter((range) -> range.getQualityValue() > 0)
            .flatMap((range) -> first(range, ranges, offers, mediaType).stream())
            .findFirst();
    }

    /// The first offer in a range that no more special range refuses with `q=0`.
    private static <T> Optional<T> first(MediaType range, List<MediaType> ranges, List<T> offers,
            Function<T, String> mediaType) {
        return offers.stream().filter((offer) -> {
            MediaType type = MediaType.parseMediaType(mediaType.apply(offer));
            return range.includes(type) && ranges.stream()
                .noneMatch((other) -> other.getQualityValue() == 0 && other.includes(type)
                        && wildcards(other) < wildcards(range));
        }).findFirst();
    }

    private static int wildcards(MediaType range) {
        return (range.isWildcardType() ? 1 : 0) + (range.isWildcardSubtype() ? 1 : 0);
    }

}

package dev.rolewire.web.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// The grammar of the headers by which gateways say how they were called: RFC 7239 and the `X-Forwarded-*` in use before it.
/// All of them go into addresses that clients follow, so nothing is taken that is no part of one.
final class ForwardedHeaders {

    /// Up to 65535.
    private static final String NUMBER = "(?:\\d{1,4}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])";

    private static final String PORT = "(?::" + NUMBER + ")?";

    private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])" + PORT;

    private static final String PROTO = "(?i:https?|wss?)";

    private static final String PREFIX = "(?:/[A-Za-z0-9._~-]+)*/?";

    /// Each header may be a list: one item for each gateway on the way.
    private static final SequencedMap<String, Pattern> GRAMMAR = new LinkedHashMap<>();

    static {
        GRAMMAR.put("X-Forwarded-Host", list(HOST));
        GRAMMAR.put("X-Forwarded-Port", list(NUMBER));
        GRAMMAR.put("X-Forwarded-Proto", list(PROTO));
        GRAMMAR.put("X-Forwarded-Prefix", list(PREFIX));
        GRAMMAR.put("X-Forwarded-Ssl", list("(?i:on|off)"));
        GRAMMAR.put("X-Forwarded-For", list("(?:" + HOST + "|[0-9A-Fa-f:.]+)"));
        String parameter = "(?i:(?:for|by)=\"?[\\w.:\\[\\]-]+\"?|host=\"?" + HOST + "\"?|proto=\"?" + PROTO + "\"?)";
        GRAMMAR.put("Forwarded", list(parameter + "(?:\\s*;\\s*" + parameter + ")*"));
    }

    private ForwardedHeaders() {
    }

    /// The first of the headers that is malformed.
    /// @return its name
    static Optional<String> malformed(HttpServletRequest request) {
        return GRAMMAR.entrySet()
            .stream()
            .filter((header) -> Collections.list(request.getHeaders(header.getKey()))
                .stream()
                .anyMatch((value) -> !header.getValue().matcher(value).matches()))
            .map(Map.Entry::getKey)
            .findFirst();
    }

    private static Pattern list(String item) {
        return Pattern.compile("\\s*+" + item + "\\s*+(?:,\\s*+" + item + "\\s*+)*+");
    }

}

package io.daybook.sandbox;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads the part of an address after the question mark. */
final class Queries {

    private Queries() {}

    static Map<String, String> of(URI uri) {
        Map<String, String> parameters = new HashMap<>();
        String query = uri.getRawQuery();
        if (query == null) {
            return parameters;
        }
        for (String pair : query.split("&", -1)) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                parameters.put(decode(pair.substring(0, sign)), decode(pair.substring(sign + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

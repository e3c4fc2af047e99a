package io.daybook.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a server answered.
 *
 * @param headers by name in small letters
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHOWN = 300;

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The body as JSON; a missing node when it is none. */
    public JsonNode json() {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** The answer in one line, to be shown to a person who wonders why it was not what was hoped for. */
    public String summary() {
        JsonNode json = json();
        String detail = json.path("detail").asString("");
        if (!detail.isEmpty()) {
            JsonNode first = json.path("errors").path(0);
            return first.isMissingNode()
                    ? status + " " + detail
                    : "%d %s %s %s"
                            .formatted(
                                    status,
                                    detail,
                                    first.path("field").asString(""),
                                    first.path("reason").asString(""));
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return status + " " + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text).strip();
    }
}

package io.daybook.ui.inspector;

import io.daybook.api.history.EventFilter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The same question in the language of Axon Server's dashboard. Its page takes no question from an address: it is typed, or
 * copied from here. What it would answer has an address.
 */
final class Dashboard {

    private final @Nullable URI address;

    /**
     * A question to Axon Server.
     *
     * @param query  to type in the dashboard
     * @param page   where
     * @param answer address of the answer, as events of a stream
     */
    public record Link(String query, String page, String answer) {}

    Dashboard(@Nullable URI address) {
        this.address = address;
    }

    /** Null where no dashboard is known. */
    @Nullable Link events(EventFilter filter) {
        return link(types(filter));
    }

    @Nullable Link position(long position) {
        return link("token = " + position);
    }

    @Nullable Link streams(List<String> streams, EventFilter filter) {
        String some = streams.stream()
                .limit(12)
                .map(stream -> "aggregateIdentifier = \"" + stream + "\"")
                .collect(Collectors.joining(" or "));
        String types = types(filter);
        return link(types.isEmpty() ? some : "(" + some + ") and " + types);
    }

    @Nullable Link event(String stream, long number) {
        return link("aggregateIdentifier = \"%s\" and aggregateSequenceNumber = %d".formatted(stream, number));
    }

    private static String types(EventFilter filter) {
        List<String> types = new ArrayList<>();
        filter.types().forEach(type -> types.add("payloadType contains \"" + type + "\""));
        return types.size() < 2 ? String.join("", types) : "(" + String.join(" or ", types) + ")";
    }

    private @Nullable Link link(String query) {
        if (address == null) {
            return null;
        }
        UriComponentsBuilder base = UriComponentsBuilder.fromUri(address);
        return new Link(
                query,
                base.cloneBuilder().fragment("query").build().toUriString(),
                base.cloneBuilder()
                        .path("/v1/search")
                        .queryParam("query", "{query}")
                        .queryParam("timewindow", "custom")
                        .queryParam("clientToken", "daybook")
                        .encode()
                        .buildAndExpand(query)
                        .toUriString());
    }
}

package io.daybook.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.history.Causation;
import io.daybook.api.history.Causation.CausedCommand;
import io.daybook.api.history.Causation.CausedEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CauseGraphTest {

    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    @Test
    void a_command_hangs_on_the_event_that_it_was_sent_because_of() {
        CauseGraph graph = CauseGraph.of(
                new Causation(
                        List.of(
                                command("c1", "PlaceOrder", null, event("e1", "o", "OrderPlaced")),
                                command("c2", "AuthorizePayment", "e1", event("e2", "payment-o", "PaymentRequested"))),
                        true),
                "e2");

        assertThat(graph.rows())
                .extracting(CauseGraph.Row::title)
                .containsExactly("PlaceOrder", "OrderPlaced", "AuthorizePayment", "PaymentRequested");
        assertThat(graph.rows())
                .extracting(CauseGraph.Row::because)
                .containsExactly("from outside", "", "because of OrderPlaced", "");
        assertThat(graph.lines()).extracting(CauseGraph.Line::kind).containsExactly("made", "sent", "made");
        assertThat(graph.rows().get(3).chosen()).isTrue();
        assertThat(graph.lanes()).containsExactly("order or product", "payment");
    }

    @Test
    void many_alike_share_a_row() {
        CausedEvent[] units = IntStream.range(0, 12)
                .mapToObj(number -> event("u" + number, "MAIN:" + number, "UnitsReserved"))
                .toArray(CausedEvent[]::new);

        CauseGraph graph =
                CauseGraph.of(new Causation(List.of(command("c1", "ReserveStock", null, units)), true), "u7");

        assertThat(graph.rows())
                .extracting(CauseGraph.Row::title)
                .containsExactly("ReserveStock", "12 × UnitsReserved");
        assertThat(graph.rows().get(1).chosen()).isTrue();
    }

    @Test
    void what_began_with_the_same_message_hangs_on_it_where_the_log_says_no_more() {
        CauseGraph graph = CauseGraph.of(
                new Causation(
                        List.of(
                                command("c1", "PlaceOrder", null, event("e1", "o", "OrderPlaced")),
                                command("c2", "ConfirmOrder", null, event("e2", "o", "OrderConfirmed"))),
                        true),
                null);

        assertThat(graph.lines()).extracting(CauseGraph.Line::kind).containsExactly("made", "origin", "made");
        assertThat(graph.rows().get(2).because()).isEqualTo("began with PlaceOrder");
    }

    private static CausedCommand command(String id, String name, @Nullable String because, CausedEvent... events) {
        return new CausedCommand(id, name, true, because, "c1", List.of(events));
    }

    private static CausedEvent event(String id, String stream, String what) {
        return new CausedEvent(id, NOON, null, stream, 0, what);
    }
}

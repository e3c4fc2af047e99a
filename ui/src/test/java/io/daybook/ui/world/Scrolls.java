package io.daybook.ui.world;

import io.daybook.api.history.Causation;
import io.daybook.api.history.Causation.CausedCommand;
import io.daybook.api.history.Causation.CausedEvent;
import io.daybook.api.history.HistoryQuery.EventDetail;
import io.daybook.api.history.HistoryQuery.FindCauses;
import io.daybook.api.history.HistoryQuery.FindEvent;
import io.daybook.api.history.HistoryQuery.FindEvents;
import io.daybook.api.history.HistoryQuery.FindStateAsOf;
import io.daybook.api.history.HistoryQuery.FindStreamEvents;
import io.daybook.api.history.HistoryQuery.LogPage;
import io.daybook.api.history.HistoryQuery.StreamPage;
import io.daybook.api.history.LoggedEvent;
import io.daybook.api.history.StateAsOf;
import io.daybook.api.history.StateAsOf.FieldChange;
import io.daybook.api.history.StateAsOf.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.queryhandling.QueryHandler;

/** What the log answers: one order of two events, in which somebody's name is masked or not, as is asked. */
public final class Scrolls {

    public static final String ORDER = "order-1";

    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    private final List<Object> asked = new CopyOnWriteArrayList<>();

    /** The questions so far. */
    public List<Object> asked() {
        return asked;
    }

    private static LoggedEvent event(long sequence, boolean personal) {
        return new LoggedEvent(
                4711 + sequence,
                NOON.plusSeconds(sequence),
                "event-" + sequence,
                ORDER,
                "Order",
                sequence,
                sequence == 0 ? "OrderPlaced" : "OrderForgotten",
                "io.daybook.api.order.OrderEvent$OrderPlaced",
                "1",
                "{\"name\": \"%s\"}".formatted(personal ? "Ada <Ledger>" : "•••"),
                Map.of("command", "PlaceOrder", "correlationId", "command-1"),
                !personal,
                sequence == 0 ? null : "Nothing knows this type of event.");
    }

    @QueryHandler
    LogPage handle(FindEvents query) {
        asked.add(query);
        return new LogPage(
                query.filter().takes("OrderPlaced")
                        ? List.of(event(1, query.personal()), event(0, query.personal()))
                        : List.of(),
                0,
                9_999,
                4_700,
                9_999,
                4_699L);
    }

    @QueryHandler
    StreamPage handle(FindStreamEvents query) {
        asked.add(query);
        return new StreamPage(List.of(event(1, query.personal())), 2, 1, 1L);
    }

    @QueryHandler
    EventDetail handle(FindEvent query) {
        asked.add(query);
        boolean known =
                query.stream() == null ? query.number() == 4711 : query.stream().equals(ORDER) && query.number() < 2;
        return known
                ? new EventDetail(
                        List.of(event(query.stream() == null ? 0 : query.number(), query.personal())), 1, ORDER)
                : new EventDetail(List.of(), -1, null);
    }

    @QueryHandler
    Causation handle(FindCauses query) {
        asked.add(query);
        return query.stream().equals(ORDER)
                ? new Causation(
                        List.of(
                                command("command-1", "PlaceOrder", null, 0),
                                command("command-2", "ForgetOrder", "event-0", 1)),
                        true)
                : new Causation(List.of(), true);
    }

    private static CausedCommand command(String id, String name, String because, long event) {
        return new CausedCommand(
                id,
                name,
                true,
                because,
                "command-1",
                List.of(new CausedEvent(
                        "event-" + event,
                        NOON,
                        4711 + event,
                        ORDER,
                        event,
                        event == 0 ? "OrderPlaced" : "OrderForgotten")));
    }

    @QueryHandler
    StateAsOf handle(FindStateAsOf query) {
        asked.add(query);
        if (query.id().equals("unknown")) {
            return new StateAsOf(query.thing(), query.id(), 0, 0, null, "", List.of(), false);
        }
        long counted = query.after() == null ? 2 : query.after() + 1;
        return new StateAsOf(
                query.thing(),
                query.id(),
                counted,
                2,
                counted == 0 ? null : NOON,
                counted == 0 ? "" : "{\"name\": \"%s\"}".formatted(query.personal() ? "Ada <Ledger>" : "•••"),
                List.of(
                        new Step(0, NOON, ORDER, 0, "OrderPlaced", List.of(new FieldChange("state", "", "PLACED"))),
                        new Step(1, NOON, ORDER, 1, "OrderForgotten", List.of())),
                !query.personal());
    }
}

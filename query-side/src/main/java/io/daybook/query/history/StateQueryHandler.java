package io.daybook.query.history;

import io.daybook.api.MessageJson;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.CustomerQuery.CustomerView;
import io.daybook.api.history.HistoryQuery.FindStateAsOf;
import io.daybook.api.history.HistoryQuery.Thing;
import io.daybook.api.history.StateAsOf;
import io.daybook.api.history.StateAsOf.FieldChange;
import io.daybook.api.history.StateAsOf.Step;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderView;
import io.daybook.query.projection.Fold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells how something stood, by folding its events up to then. */
class StateQueryHandler {

    private static final int STEPS_BEFORE = 50;
    private static final int STEPS_AFTER = 20;
    private static final List<FieldChange> NOT_COUNTED = List.of(new FieldChange("(cannot be read)", "", ""));

    private final Streams streams;
    private final EventText text;
    private final Fold<OrderView> orders;
    private final Fold<CustomerView> customers;
    private final JsonMapper json = JsonMapper.builder()
            .addModule(MessageJson.money())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    StateQueryHandler(Streams streams, EventText text, Fold<OrderView> orders, Fold<CustomerView> customers) {
        this.streams = streams;
        this.text = text;
        this.orders = orders;
        this.customers = customers;
    }

    /** The events of one thing, as often as they are needed. */
    private record Events(long total, Supplier<Iterator<DomainEventMessage<?>>> inOrder) {
        static Events of(List<DomainEventMessage<?>> all) {
            return new Events(all.size(), all::iterator);
        }
    }

    @QueryHandler
    StateAsOf handle(FindStateAsOf query) {
        Events events = switch (query.thing()) {
            case ORDER -> Events.of(streams.together(Streams.of(new OrderId(query.id()))));
            case CUSTOMER -> Events.of(streams.together(List.of(new CustomerId(query.id()).stream())));
            // A product may have moved a million times: its movements are read one after the other.
            case STOCK -> new Events(streams.length(query.id()), () -> iterator(query.id()));
        };
        Telling telling = switch (query.thing()) {
            case ORDER -> new OrderTelling(orders);
            case CUSTOMER -> new CustomerTelling(customers);
            case STOCK -> new StockTelling();
        };
        return tell(query, events, telling, counted(query, events));
    }

    private Iterator<DomainEventMessage<?>> iterator(String stream) {
        var events = streams.all(stream);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return events.hasNext();
            }

            @Override
            public DomainEventMessage<?> next() {
                return events.next();
            }
        };
    }

    /** How many events, from the first on, are to be counted. */
    private static long counted(FindStateAsOf query, Events events) {
        long most = query.after() == null ? events.total() : Math.min(events.total(), Math.max(0, query.after() + 1));
        if (query.at() == null) {
            return most;
        }
        Iterator<DomainEventMessage<?>> all = events.inOrder().get();
        long counted = 0;
        while (counted < most && all.hasNext() && !all.next().getTimestamp().isAfter(query.at())) {
            counted++;
        }
        return counted;
    }

    private StateAsOf tell(FindStateAsOf query, Events events, Telling telling, long counted) {
        Masking masking =
                query.thing() == Thing.CUSTOMER ? Masking.ofPerson(query.personal()) : Masking.of(query.personal());
        Iterator<DomainEventMessage<?>> all = events.inOrder().get();
        long firstStep = Math.max(0, counted - STEPS_BEFORE);
        long end = Math.min(events.total(), counted + STEPS_AFTER);
        List<Step> steps = new ArrayList<>();
        Map<String, String> before = Map.of();
        String state = "";
        Instant last = null;
        for (long number = 0; number < end && all.hasNext(); number++) {
            if (number == firstStep) {
                before = Fields.of(tree(telling, masking));
            }
            DomainEventMessage<?> message = all.next();
            boolean readable = next(telling, message, number);
            if (number >= firstStep) {
                JsonNode tree = tree(telling, masking);
                Map<String, String> after = Fields.of(tree);
                steps.add(step(message, number, readable ? Fields.changes(before, after) : NOT_COUNTED));
                before = after;
                if (number == counted - 1) {
                    state = tree == null ? "" : json.writeValueAsString(tree);
                    last = message.getTimestamp();
                }
            }
        }
        return new StateAsOf(
                query.thing(), query.id(), counted, events.total(), last, state, steps, masking.hidAnything());
    }

    private static boolean next(Telling telling, DomainEventMessage<?> message, long number) {
        Object event;
        try {
            event = message.getPayload();
        } catch (RuntimeException unreadable) {
            // The step says so; the event's own page says why.
            return false;
        }
        if (!event.getClass().getName().startsWith("io.daybook.")) {
            return false;
        }
        telling.next(event, message.getTimestamp(), number);
        return true;
    }

    private Step step(DomainEventMessage<?> message, long number, List<FieldChange> changes) {
        return new Step(
                number,
                message.getTimestamp(),
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                text.nameOf(message),
                changes);
    }

    /** What is only about the view itself is left out, and the timeline: the steps say it better. */
    private @Nullable JsonNode tree(Telling telling, Masking masking) {
        Object state = telling.state();
        if (state == null) {
            return null;
        }
        ObjectNode tree = json.valueToTree(state);
        if (tree.remove("order") instanceof ObjectNode order) {
            order.remove("timeline");
            order.setAll(tree);
            tree = order;
        }
        tree.remove("position");
        return masking.apply(tree);
    }
}

package io.daybook.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.fulfilment.FulfilmentQuery.FindFulfilmentsWaiting;
import io.daybook.api.fulfilment.FulfilmentQuery.FulfilmentList;
import io.daybook.api.fulfilment.FulfilmentQuery.FulfilmentView;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderCommand.TimeOutStep;
import io.daybook.api.order.OrderId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackerStatus;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadlinesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final FulfilmentSettings SETTINGS = Settings.with(Map.of("daybook.fulfilment.sweep-limit", "10"));

    private final List<FulfilmentView> waiting = new ArrayList<>();
    private final List<Object> sent = new ArrayList<>();
    private final SimpleQueryBus queries = SimpleQueryBus.builder().build();
    private final SimpleCommandBus commands = SimpleCommandBus.builder().build();
    private final Moving clock = new Moving();
    private final List<EventTrackerStatus> segments = new ArrayList<>(List.of(status(true)));
    private final Deadlines deadlines = new Deadlines(
            DefaultQueryGateway.builder().queryBus(queries).build(),
            DefaultCommandGateway.builder().commandBus(commands).build(),
            SETTINGS,
            new Punctuality(() -> segments, clock),
            clock);

    DeadlinesTest() {
        queries.<FulfilmentList>subscribe(
                FindFulfilmentsWaiting.class.getName(),
                FulfilmentList.class,
                query -> overdue((FindFulfilmentsWaiting) query.getPayload()));
        commands.subscribe(TimeOutStep.class.getName(), command -> sent.add(command.getPayload()));
    }

    @Test
    void a_step_that_has_waited_beyond_its_deadline_is_timed_out() throws Exception {
        OrderId late = new OrderId("late");
        waiting.add(new FulfilmentView(late, Step.PAYMENT, NOW.minusSeconds(61), null));
        waiting.add(new FulfilmentView(new OrderId("early"), Step.PAYMENT, NOW.minusSeconds(59), null));

        deadlines.sweep();
        clock.now = NOW;
        deadlines.sweep();

        assertThat(sent).containsExactly(new TimeOutStep(late, Step.PAYMENT));
    }

    @Test
    void after_a_long_stop_each_step_gets_its_time_again() throws Exception {
        waiting.add(new FulfilmentView(new OrderId("held-up"), Step.PAYMENT, NOW.minusSeconds(86_400), null));
        deadlines.sweep();
        clock.now = clock.now.plusSeconds(59);
        deadlines.sweep();
        assertThat(sent).isEmpty();

        clock.now = clock.now.plusSeconds(1);
        deadlines.sweep();
        assertThat(sent).hasSize(1);
    }

    @Test
    void an_instance_that_works_on_no_fulfilment_or_lags_holds_none_to_its_deadline() throws Exception {
        waiting.add(new FulfilmentView(new OrderId("late"), Step.PAYMENT, NOW.minusSeconds(86_400), null));
        deadlines.sweep();
        clock.now = NOW;
        segments.set(0, status(false));
        deadlines.sweep();
        segments.clear();
        deadlines.sweep();
        assertThat(sent).isEmpty();

        segments.add(status(true));
        deadlines.sweep();
        assertThat(sent).as("it has only just caught up").isEmpty();
    }

    private static EventTrackerStatus status(boolean caughtUp) {
        TrackerStatus status = new TrackerStatus(Segment.ROOT_SEGMENT, new GlobalSequenceTrackingToken(1));
        return caughtUp ? status.caughtUp() : status;
    }

    /** Long before the present, at first. */
    private static final class Moving extends Clock {
        private Instant now = NOW.minusSeconds(3_600);

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("not needed");
        }
    }

    private FulfilmentList overdue(FindFulfilmentsWaiting query) {
        List<FulfilmentView> found = waiting.stream()
                .filter(fulfilment -> fulfilment.step() == query.step())
                .filter(fulfilment -> fulfilment.since().isBefore(query.since()))
                .toList();
        return new FulfilmentList(found, found.size(), 0);
    }
}

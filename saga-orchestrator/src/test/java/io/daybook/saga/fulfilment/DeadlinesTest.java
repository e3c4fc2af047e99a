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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
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
    private final Deadlines deadlines = new Deadlines(
            DefaultQueryGateway.builder().queryBus(queries).build(),
            DefaultCommandGateway.builder().commandBus(commands).build(),
            SETTINGS,
            Clock.fixed(NOW, ZoneOffset.UTC));

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

        assertThat(sent).containsExactly(new TimeOutStep(late, Step.PAYMENT));
    }

    private FulfilmentList overdue(FindFulfilmentsWaiting query) {
        List<FulfilmentView> found = waiting.stream()
                .filter(fulfilment -> fulfilment.step() == query.step())
                .filter(fulfilment -> fulfilment.since().isBefore(query.since()))
                .toList();
        return new FulfilmentList(found, found.size(), 0);
    }
}

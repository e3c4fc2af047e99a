package io.daybook.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.audit.OpenSagas;
import io.daybook.api.audit.OpenSagas.FindOpenSagas;
import io.daybook.api.order.OrderId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackerStatus;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenSagasQueryHandlerTest {

    private static final Set<OrderId> ORDERS =
            IntStream.range(0, 40).mapToObj(each -> OrderId.random()).collect(Collectors.toSet());

    private static OpenSagas ask(EventTrackerStatus... segments) {
        Collection<EventTrackerStatus> here = List.of(segments);
        return new OpenSagasQueryHandler(new InMemorySagaStore(), type -> here).handle(new FindOpenSagas(ORDERS));
    }

    private static EventTrackerStatus at(long position, Segment segment) {
        return new TrackerStatus(segment, new GlobalSequenceTrackingToken(position));
    }

    @Test
    void each_of_two_instances_can_tell_of_the_orders_that_it_works_on_and_of_no_others() {
        Segment[] halves = Segment.ROOT_SEGMENT.split();
        OpenSagas one = ask(at(10, halves[0]));
        OpenSagas other = ask(at(20, halves[1]));

        assertThat(one.known()).isNotEmpty().doesNotContainAnyElementsOf(other.known());
        Set<OrderId> all = new HashSet<>(one.known());
        all.addAll(other.known());
        assertThat(all).isEqualTo(ORDERS);
        assertThat(one.reached()).isEqualTo(10);
        assertThat(other.reached()).isEqualTo(20);
    }

    @Test
    void an_instance_that_works_on_all_orders_has_come_as_far_as_its_slowest_segment() {
        Segment[] halves = Segment.ROOT_SEGMENT.split();
        OpenSagas all = ask(at(10, halves[0]), at(20, halves[1]));

        assertThat(all.known()).isEqualTo(ORDERS);
        assertThat(all.reached()).isEqualTo(10);
    }

    @Test
    void an_instance_that_works_on_nothing_can_tell_of_none() {
        assertThat(ask().known()).isEmpty();
    }
}

package io.daybook.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.customer.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SagasByOrderTest {

    record Placed(String orderId) {}

    record Confirmed(String orderId) {}

    record Dispatched(String orderId) {}

    /** Begins with an order, ends with its confirmation, and begins anew with its dispatch. */
    public static class Course {

        @StartSaga
        @SagaEventHandler(associationProperty = "orderId")
        void on(Placed event) {}

        @EndSaga
        @SagaEventHandler(associationProperty = "orderId")
        void on(Confirmed event) {}

        @StartSaga
        @SagaEventHandler(associationProperty = "orderId")
        void on(Dispatched event) {}
    }

    private final InMemorySagaStore store = new InMemorySagaStore();
    private final Configuration axon = DefaultConfigurer.defaultConfiguration()
            .registerComponent(SagaStore.class, configuration -> store)
            .eventProcessing(processing -> {})
            .buildConfiguration();
    private final SagasByOrder<Course> sagas = SagasByOrder.of(Course.class, Tier.STANDARD, "fulfilment", axon);

    private void handle(Object event, Segment segment) {
        EventMessage<?> message = GenericEventMessage.asEventMessage(event);
        DefaultUnitOfWork.startAndGet(message).execute(() -> {
            try {
                sagas.handle(message, segment);
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private Set<String> sagasOf(String order) {
        return store.findSagas(Course.class, new AssociationValue("orderId", order));
    }

    private static Segment[] split() {
        return Segment.ROOT_SEGMENT.split();
    }

    @Test
    void a_dispatch_is_not_lost_where_one_half_of_a_split_segment_is_further_than_the_other() {
        List<String> orders = new ArrayList<>();
        for (int number = 0; number < 32; number++) {
            orders.add(UUID.randomUUID().toString());
        }
        orders.forEach(order -> handle(new Placed(order), Segment.ROOT_SEGMENT));

        for (Segment half : split()) {
            orders.forEach(order -> handle(new Confirmed(order), half));
            orders.forEach(order -> handle(new Dispatched(order), half));
        }

        assertThat(orders).allSatisfy(order -> assertThat(sagasOf(order)).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void a_saga_that_began_in_a_half_is_worked_on_when_the_halves_are_one_again(int half) {
        String order = UUID.randomUUID().toString();
        handle(new Placed(order), split()[half]);
        handle(new Placed(order), split()[1 - half]);
        assertThat(sagasOf(order)).hasSize(1);

        handle(new Confirmed(order), Segment.ROOT_SEGMENT);

        assertThat(sagasOf(order)).isEmpty();
    }

    @Test
    void a_saga_from_before_whose_identifier_says_nothing_stays_in_the_segment_that_axon_would_choose() {
        String old = UUID.randomUUID().toString();

        assertThat(sagas.matchesSegment(Segment.ROOT_SEGMENT, old)).isTrue();
        for (Segment half : split()) {
            assertThat(sagas.matchesSegment(half, old)).isEqualTo(half.matches(old));
        }
    }
}

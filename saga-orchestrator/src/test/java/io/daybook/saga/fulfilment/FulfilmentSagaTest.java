package io.daybook.saga.fulfilment;

import static io.daybook.saga.fulfilment.Orders.ORDER;
import static io.daybook.saga.fulfilment.Orders.PAYMENT;
import static io.daybook.saga.fulfilment.Orders.TOTAL;
import static io.daybook.saga.fulfilment.Orders.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.MessageJson;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.InventoryCommand.DispatchStock;
import io.daybook.api.inventory.InventoryCommand.ReleaseStock;
import io.daybook.api.inventory.ReservationEvent.StockDispatched;
import io.daybook.api.inventory.ReservationEvent.StockReleased;
import io.daybook.api.inventory.ReservationEvent.StockReserved;
import io.daybook.api.order.OrderCommand.ConfirmOrder;
import io.daybook.api.order.OrderCommand.RejectOrder;
import io.daybook.api.order.OrderEvent.CancellationRequested;
import io.daybook.api.order.OrderEvent.OrderCancelled;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderDispatched;
import io.daybook.api.order.OrderEvent.OrderRejected;
import io.daybook.api.order.OrderEvent.StepSkipped;
import io.daybook.api.order.OrderEvent.StepTimedOut;
import io.daybook.api.payment.PaymentCommand.RefundPayment;
import io.daybook.api.payment.PaymentCommand.VoidPayment;
import io.daybook.api.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.api.payment.PaymentEvent.PaymentCaptured;
import io.daybook.api.payment.PaymentEvent.PaymentVoided;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FulfilmentSagaTest {

    private static final PaymentAuthorized AUTHORIZED = new PaymentAuthorized(PAYMENT, ORDER, TOTAL, "ref-1");
    private static final StockReserved RESERVED = new StockReserved(ORDER, WAREHOUSE, List.of());
    private static final PaymentCaptured CAPTURED = new PaymentCaptured(PAYMENT, ORDER, TOTAL);

    private final SagaTestFixture<FulfilmentSaga> fixture = new SagaTestFixture<>(FulfilmentSaga.class);

    @BeforeEach
    void send_through_the_real_thing() {
        fixture.registerResource(new StepCommands(
                fixture.registerCommandGateway(org.axonframework.commandhandling.gateway.CommandGateway.class),
                Settings.with(Map.of())));
    }

    @Test
    void an_order_that_meets_no_refusal_is_confirmed_and_its_fulfilment_ends() {
        fixture.givenAPublished(Orders.placed())
                .andThenAPublished(AUTHORIZED)
                .andThenAPublished(RESERVED)
                .whenPublishingA(CAPTURED)
                .expectDispatchedCommands(new ConfirmOrder(ORDER))
                .expectActiveSagas(1);
        fixture.givenAPublished(new OrderConfirmed(ORDER))
                .whenPublishingA(CAPTURED)
                .expectNoDispatchedCommands()
                .expectActiveSagas(0);
    }

    @Test
    void a_payment_that_is_not_answered_in_time_is_voided_and_the_order_rejected() {
        fixture.givenAPublished(Orders.placed())
                .andThenAPublished(new StepTimedOut(ORDER, Step.PAYMENT))
                .whenPublishingA(new PaymentVoided(PAYMENT, ORDER))
                .expectDispatchedCommands(new RejectOrder(ORDER, "The payment was not answered in time"));
        fixture.givenAPublished(new OrderRejected(ORDER, "The payment was not answered in time"))
                .whenPublishingA(AUTHORIZED)
                .expectActiveSagas(0);
    }

    @Test
    void a_cancellation_of_a_confirmed_order_starts_a_fulfilment_of_its_own() {
        fixture.givenAPublished(Orders.placed())
                .andThenAPublished(AUTHORIZED)
                .andThenAPublished(RESERVED)
                .andThenAPublished(CAPTURED)
                .andThenAPublished(new OrderConfirmed(ORDER))
                .whenPublishingA(new CancellationRequested(ORDER, WAREHOUSE, true, "too late", "customer-1"))
                .expectDispatchedCommands(new RefundPayment(PAYMENT), new ReleaseStock(WAREHOUSE, ORDER))
                .expectActiveSagas(1);
        fixture.givenAPublished(new OrderCancelled(ORDER))
                .whenPublishingA(new StockReleased(ORDER, WAREHOUSE))
                .expectActiveSagas(0);
    }

    @Test
    void a_cancellation_on_the_way_is_taken_up_by_the_same_fulfilment() {
        fixture.givenAPublished(Orders.placed())
                .whenPublishingA(new CancellationRequested(ORDER, WAREHOUSE, false, "too late", "customer-1"))
                .expectDispatchedCommands(new VoidPayment(PAYMENT, ORDER))
                .expectActiveSagas(1);
    }

    @Test
    void a_dispatched_order_takes_its_goods_off_the_books() {
        fixture.givenAPublished(new OrderDispatched(ORDER, WAREHOUSE, "staff"))
                .whenPublishingA(new StockDispatched(ORDER, WAREHOUSE))
                .expectActiveSagas(0);
        fixture.givenNoPriorActivity()
                .whenPublishingA(new OrderDispatched(ORDER, WAREHOUSE, "staff"))
                .expectDispatchedCommands(new DispatchStock(WAREHOUSE, ORDER));
    }

    @Test
    void a_dispatch_that_was_done_by_hand_ends_the_fulfilment() {
        fixture.givenAPublished(new OrderDispatched(ORDER, WAREHOUSE, "staff"))
                .whenPublishingA(new StepSkipped(ORDER, Step.DISPATCH, "counted by hand", "will"))
                .expectNoDispatchedCommands()
                .expectActiveSagas(0);
    }

    @Test
    void an_event_seen_twice_does_not_start_a_second_fulfilment() {
        fixture.givenAPublished(Orders.placed())
                .whenPublishingA(Orders.placed())
                .expectNoDispatchedCommands()
                .expectActiveSagas(1);
    }

    @Test
    void a_fulfilment_is_never_replayed() {
        assertThat(FulfilmentSaga.class).hasAnnotation(DisallowReplay.class);
    }

    @Test
    void its_state_survives_being_written_and_read() throws Exception {
        Jackson3Serializer serializer = Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(new MessageJson())
                .build();
        FulfilmentSaga saga = new FulfilmentSaga();
        var state = FulfilmentSaga.class.getDeclaredField("fulfilment");
        state.setAccessible(true);
        Fulfilment undoing = Fulfilment.start(Orders.placed())
                .next()
                .on(new StepTimedOut(ORDER, Step.PAYMENT))
                .next();
        state.set(saga, undoing);

        SerializedObject<byte[]> written = serializer.serialize(saga, byte[].class);
        FulfilmentSaga read = serializer.deserialize(written);

        assertThat(state.get(read)).isEqualTo(undoing);
    }
}

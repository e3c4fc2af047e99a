package io.daybook.saga.fulfilment;

import static io.daybook.saga.fulfilment.Orders.ADDRESS;
import static io.daybook.saga.fulfilment.Orders.CARD;
import static io.daybook.saga.fulfilment.Orders.ORDER;
import static io.daybook.saga.fulfilment.Orders.PAYMENT;
import static io.daybook.saga.fulfilment.Orders.TOTAL;
import static io.daybook.saga.fulfilment.Orders.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.InventoryCommand.DispatchStock;
import io.daybook.api.inventory.InventoryCommand.ReleaseStock;
import io.daybook.api.inventory.InventoryCommand.ReserveStock;
import io.daybook.api.inventory.LineQuantity;
import io.daybook.api.inventory.ReservationEvent.StockRefused;
import io.daybook.api.inventory.ReservationEvent.StockReleased;
import io.daybook.api.inventory.ReservationEvent.StockReserved;
import io.daybook.api.inventory.Shortage;
import io.daybook.api.order.OrderCommand.CompleteCancellation;
import io.daybook.api.order.OrderCommand.ConfirmOrder;
import io.daybook.api.order.OrderCommand.MarkStuck;
import io.daybook.api.order.OrderCommand.RejectOrder;
import io.daybook.api.order.OrderEvent.CancellationRequested;
import io.daybook.api.order.OrderEvent.FulfilmentRetried;
import io.daybook.api.order.OrderEvent.OrderDispatched;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderEvent.StepSkipped;
import io.daybook.api.order.OrderEvent.StepTimedOut;
import io.daybook.api.order.OrderLine;
import io.daybook.api.payment.PaymentCommand.AuthorizePayment;
import io.daybook.api.payment.PaymentCommand.CapturePayment;
import io.daybook.api.payment.PaymentCommand.RecordUndoneByHand;
import io.daybook.api.payment.PaymentCommand.RefundPayment;
import io.daybook.api.payment.PaymentCommand.VoidPayment;
import io.daybook.api.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.daybook.api.payment.PaymentEvent.PaymentCaptured;
import io.daybook.api.payment.PaymentEvent.PaymentDeclined;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One test for each row of the step table in {@code package-info.java}, and for each of its deadlines. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FulfilmentTest {

    private static final PaymentAuthorized AUTHORIZED = new PaymentAuthorized(PAYMENT, ORDER, TOTAL, "ref-1");
    private static final StockReserved RESERVED = new StockReserved(ORDER, WAREHOUSE, List.of());
    private static final PaymentCaptured CAPTURED = new PaymentCaptured(PAYMENT, ORDER, TOTAL);
    private static final StockReleased RELEASED = new StockReleased(ORDER, WAREHOUSE);

    private static final CancellationRequested CANCELLATION =
            new CancellationRequested(ORDER, WAREHOUSE, false, "changed my mind", "customer");
    private static final VoidPayment VOID = new VoidPayment(PAYMENT, ORDER);
    private static final RefundPayment REFUND = new RefundPayment(PAYMENT);
    private static final ReleaseStock RELEASE = new ReleaseStock(WAREHOUSE, ORDER);

    @Nested
    class Each_success_leads_to_the_next_step {
        @Test
        void a_placed_order_has_its_payment_authorized() {
            assertThat(Fulfilment.start(Orders.placed()).commands())
                    .containsExactly(new AuthorizePayment(PAYMENT, ORDER, TOTAL, CARD));
        }

        @Test
        void an_authorized_payment_has_the_stock_reserved_summed_by_product() {
            assertThat(awaitingPayment().on(AUTHORIZED).commands())
                    .containsExactly(new ReserveStock(
                            WAREHOUSE,
                            ORDER,
                            List.of(new LineQuantity(new Sku("MUG-1"), 5), new LineQuantity(new Sku("TEA-2"), 1))));
        }

        @Test
        void reserved_stock_has_the_payment_captured() {
            assertThat(awaitingStock().on(RESERVED).commands()).containsExactly(new CapturePayment(PAYMENT));
        }

        @Test
        void a_captured_payment_has_the_order_confirmed() {
            assertThat(awaitingCapture().on(CAPTURED).commands()).containsExactly(new ConfirmOrder(ORDER));
        }

        @Test
        void an_order_that_costs_nothing_needs_no_payment() {
            Decision placed = Fulfilment.start(free());
            assertThat(placed.commands()).hasSize(1).first().isInstanceOf(ReserveStock.class);
            assertThat(placed.next().on(RESERVED).commands()).containsExactly(new ConfirmOrder(ORDER));
        }

        @Test
        void a_dispatched_order_has_its_stock_dispatched() {
            assertThat(Fulfilment.start(new OrderDispatched(ORDER, WAREHOUSE, "staff"))
                            .commands())
                    .containsExactly(new DispatchStock(WAREHOUSE, ORDER));
        }
    }

    @Nested
    class Each_refusal_undoes_what_was_done {
        @Test
        void a_declined_payment_rejects_the_order() {
            assertThat(awaitingPayment()
                            .on(new PaymentDeclined(PAYMENT, ORDER, "insufficient funds"))
                            .commands())
                    .containsExactly(new RejectOrder(ORDER, "Payment declined: insufficient funds"));
        }

        @Test
        void refused_stock_voids_the_payment_and_then_rejects_the_order() {
            Decision refused = awaitingStock()
                    .on(new StockRefused(ORDER, WAREHOUSE, List.of(new Shortage(new Sku("MUG-1"), 5, 3))));
            assertThat(refused.commands()).containsExactly(VOID);
            assertThat(refused.next().paymentUndone().commands())
                    .containsExactly(new RejectOrder(ORDER, "Out of stock: MUG-1 (5 wanted, 3 there)"));
        }

        @Test
        void refused_stock_of_a_free_order_rejects_it_at_once() {
            assertThat(Fulfilment.start(free())
                            .next()
                            .on(new StockRefused(ORDER, WAREHOUSE, List.of()))
                            .commands())
                    .containsExactly(new RejectOrder(ORDER, "Out of stock: "));
        }

        @Test
        void a_failed_capture_voids_the_payment_and_releases_the_stock() {
            Decision failed = awaitingCapture().on(new PaymentCaptureFailed(PAYMENT, ORDER, "card expired"));
            assertThat(failed.commands()).containsExactlyInAnyOrder(VOID, RELEASE);
        }

        @Test
        void the_order_is_rejected_only_when_every_undo_is_confirmed() {
            Fulfilment undoing = awaitingCapture()
                    .on(new PaymentCaptureFailed(PAYMENT, ORDER, "card expired"))
                    .next();
            Decision first = undoing.on(RELEASED);
            assertThat(first.commands()).isEmpty();
            assertThat(first.next().paymentUndone().commands())
                    .containsExactly(new RejectOrder(ORDER, "Payment failed: card expired"));
        }
    }

    @Nested
    class Each_deadline {
        @Test
        void of_the_payment_voids_it() {
            assertThat(timeOut(awaitingPayment()).commands()).containsExactly(VOID);
        }

        @Test
        void of_the_stock_voids_the_payment_and_releases_the_stock() {
            assertThat(timeOut(awaitingStock()).commands()).containsExactlyInAnyOrder(VOID, RELEASE);
        }

        @Test
        void of_the_capture_refunds_what_may_have_been_taken_and_releases_the_stock() {
            assertThat(timeOut(awaitingCapture()).commands()).containsExactlyInAnyOrder(REFUND, RELEASE);
        }

        @Test
        void of_the_confirmation_leaves_the_fulfilment_stuck() {
            assertThat(timeOut(awaitingConfirmation()).commands())
                    .containsExactly(new MarkStuck(ORDER, Step.CONFIRMATION, "Not answered in time: ConfirmOrder"));
        }

        @Test
        void of_the_compensation_leaves_the_fulfilment_stuck() {
            Fulfilment undoing = timeOut(awaitingPayment()).next();
            assertThat(timeOut(undoing).commands())
                    .containsExactly(new MarkStuck(ORDER, Step.COMPENSATION, "Not answered in time: [VOID_PAYMENT]"));
        }

        @Test
        void of_the_dispatch_leaves_the_fulfilment_stuck() {
            Fulfilment dispatching = Fulfilment.start(new OrderDispatched(ORDER, WAREHOUSE, "staff"))
                    .next();
            assertThat(timeOut(dispatching).commands())
                    .containsExactly(new MarkStuck(ORDER, Step.DISPATCH, "Not answered in time: DispatchStock"));
        }

        @ParameterizedTest
        @EnumSource(Step.class)
        void of_a_step_that_is_not_the_present_one_changes_nothing(Step step) {
            Fulfilment present = awaitingCapture();
            if (step != Step.CAPTURE) {
                assertThat(present.on(new StepTimedOut(ORDER, step))).isEqualTo(Decision.stay(present));
            }
        }
    }

    @Nested
    class A_cancellation {
        @Test
        void while_the_payment_is_awaited_voids_it() {
            assertThat(awaitingPayment().on(CANCELLATION).commands()).containsExactly(VOID);
        }

        @Test
        void while_the_stock_is_awaited_voids_the_payment_and_releases_the_stock() {
            assertThat(awaitingStock().on(CANCELLATION).commands()).containsExactlyInAnyOrder(VOID, RELEASE);
        }

        @Test
        void while_the_capture_is_awaited_refunds_and_releases() {
            assertThat(awaitingCapture().on(CANCELLATION).commands()).containsExactlyInAnyOrder(REFUND, RELEASE);
        }

        @Test
        void while_the_confirmation_is_awaited_refunds_and_releases() {
            assertThat(awaitingConfirmation().on(CANCELLATION).commands()).containsExactlyInAnyOrder(REFUND, RELEASE);
        }

        @Test
        void of_a_confirmed_order_refunds_and_releases_and_is_then_complete() {
            Decision takenBack = Fulfilment.takeBack(
                    new CancellationRequested(ORDER, WAREHOUSE, true, "changed my mind", "customer"));
            assertThat(takenBack.commands()).containsExactlyInAnyOrder(REFUND, RELEASE);
            assertThat(takenBack.next().on(RELEASED).next().paymentUndone().commands())
                    .containsExactly(new CompleteCancellation(ORDER));
        }

        @Test
        void during_a_rejection_turns_its_end_into_a_cancellation() {
            Fulfilment undoing = timeOut(awaitingPayment()).next();
            Decision cancelled = undoing.on(CANCELLATION);
            assertThat(cancelled.commands()).isEmpty();
            assertThat(cancelled.next().paymentUndone().commands()).containsExactly(new CompleteCancellation(ORDER));
        }

        @Test
        void that_overtakes_a_rejection_is_completed() {
            Fulfilment rejecting = awaitingPayment()
                    .on(new PaymentDeclined(PAYMENT, ORDER, "insufficient funds"))
                    .next();
            assertThat(rejecting.on(CANCELLATION).commands()).containsExactly(new CompleteCancellation(ORDER));
        }
    }

    @Nested
    class Answers_that_come_late_change_nothing {
        private final Fulfilment undoing = timeOut(awaitingStock()).next();

        @Test
        void an_authorization() {
            assertThat(undoing.on(AUTHORIZED)).isEqualTo(Decision.stay(undoing));
        }

        @Test
        void a_reservation() {
            assertThat(undoing.on(RESERVED)).isEqualTo(Decision.stay(undoing));
        }

        @Test
        void a_capture() {
            assertThat(undoing.on(CAPTURED)).isEqualTo(Decision.stay(undoing));
        }

        @Test
        void but_a_late_refusal_needs_no_undo_any_more() {
            Decision refused = undoing.on(new StockRefused(ORDER, WAREHOUSE, List.of()));
            assertThat(refused.next().undoing()).containsExactly(Undo.VOID_PAYMENT);
            assertThat(refused.next()
                            .on(new PaymentDeclined(PAYMENT, ORDER, "late"))
                            .commands())
                    .hasSize(1)
                    .first()
                    .isInstanceOf(RejectOrder.class);
        }
    }

    @Nested
    class A_step_that_was_done_by_hand {
        @Test
        void of_the_compensation_has_the_payment_recorded_as_undone_and_the_stock_released() {
            Fulfilment undoing = timeOut(awaitingStock()).next();
            Decision skipped = undoing.on(skipped(Step.COMPENSATION));
            assertThat(skipped.commands()).containsExactlyInAnyOrder(new RecordUndoneByHand(PAYMENT), RELEASE);
            assertThat(skipped.next().on(RELEASED).next().paymentUndone().commands())
                    .hasSize(1)
                    .first()
                    .isInstanceOf(RejectOrder.class);
        }

        @Test
        void of_a_compensation_that_only_waits_for_its_end_is_closed_again() {
            Fulfilment closing = awaitingPayment()
                    .on(new PaymentDeclined(PAYMENT, ORDER, "no funds"))
                    .next();
            assertThat(closing.on(skipped(Step.COMPENSATION)).commands())
                    .containsExactly(new RejectOrder(ORDER, "Payment declined: no funds"));
        }

        @Test
        void of_the_dispatch_ends_it() {
            Fulfilment dispatching = Fulfilment.start(new OrderDispatched(ORDER, WAREHOUSE, "staff"))
                    .next();
            assertThat(dispatching.endsWith(skipped(Step.DISPATCH))).isTrue();
            assertThat(dispatching.on(skipped(Step.DISPATCH)).commands()).isEmpty();
        }

        @Test
        void of_taking_keeping_and_confirming_is_not_accepted() {
            for (Fulfilment present :
                    List.of(awaitingPayment(), awaitingStock(), awaitingCapture(), awaitingConfirmation())) {
                assertThat(present.on(skipped(present.awaiting())).commands())
                        .hasSize(1)
                        .first()
                        .isInstanceOf(MarkStuck.class);
            }
        }

        @Test
        void of_another_step_changes_nothing() {
            assertThat(awaitingStock().on(skipped(Step.COMPENSATION))).isEqualTo(Decision.stay(awaitingStock()));
        }

        private StepSkipped skipped(Step step) {
            return new StepSkipped(ORDER, step, "done by hand", "olga");
        }
    }

    @Test
    void a_retry_sends_what_the_present_step_sends() {
        FulfilmentRetried retried = new FulfilmentRetried(ORDER, "mended", "operator");
        assertThat(awaitingConfirmation().on(retried).commands()).containsExactly(new ConfirmOrder(ORDER));
        assertThat(timeOut(awaitingStock()).next().on(retried).commands()).containsExactlyInAnyOrder(VOID, RELEASE);
    }

    private static Fulfilment awaitingPayment() {
        return Fulfilment.start(Orders.placed()).next();
    }

    private static Fulfilment awaitingStock() {
        return awaitingPayment().on(AUTHORIZED).next();
    }

    private static Fulfilment awaitingCapture() {
        return awaitingStock().on(RESERVED).next();
    }

    private static Fulfilment awaitingConfirmation() {
        return awaitingCapture().on(CAPTURED).next();
    }

    private static Decision timeOut(Fulfilment fulfilment) {
        return fulfilment.on(new StepTimedOut(ORDER, fulfilment.awaiting()));
    }

    private static OrderPlaced free() {
        OrderLine gift = new OrderLine(new Sku("MUG-1"), "Mug", 1, Money.parse("GBP 0.00"));
        return new OrderPlaced(
                ORDER, null, Tier.STANDARD, WAREHOUSE, List.of(gift), Money.parse("GBP 0.00"), CARD, ADDRESS, "staff");
    }
}

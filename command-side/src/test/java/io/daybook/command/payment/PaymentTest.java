package io.daybook.command.payment;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Refusal;
import io.daybook.api.order.OrderId;
import io.daybook.api.payment.PaymentCommand;
import io.daybook.api.payment.PaymentCommand.AuthorizePayment;
import io.daybook.api.payment.PaymentCommand.CapturePayment;
import io.daybook.api.payment.PaymentCommand.RecordAuthorization;
import io.daybook.api.payment.PaymentCommand.RecordCapture;
import io.daybook.api.payment.PaymentCommand.RecordCaptureFailure;
import io.daybook.api.payment.PaymentCommand.RecordDecline;
import io.daybook.api.payment.PaymentCommand.RecordRefund;
import io.daybook.api.payment.PaymentCommand.RecordVoid;
import io.daybook.api.payment.PaymentCommand.RefundPayment;
import io.daybook.api.payment.PaymentCommand.VoidPayment;
import io.daybook.api.payment.PaymentEvent;
import io.daybook.api.payment.PaymentEvent.CaptureRequested;
import io.daybook.api.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.daybook.api.payment.PaymentEvent.PaymentCaptured;
import io.daybook.api.payment.PaymentEvent.PaymentDeclined;
import io.daybook.api.payment.PaymentEvent.PaymentRefunded;
import io.daybook.api.payment.PaymentEvent.PaymentRequested;
import io.daybook.api.payment.PaymentEvent.PaymentVoided;
import io.daybook.api.payment.PaymentEvent.RefundRequested;
import io.daybook.api.payment.PaymentEvent.VoidRequested;
import io.daybook.api.payment.PaymentId;
import io.daybook.api.payment.PaymentMethod;
import io.daybook.command.RefusedWith;
import io.daybook.command.aggregate.AggregateCache;
import io.daybook.command.aggregate.Aggregates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every command in every state: the table of the package's description. */
class PaymentTest {

    private static final OrderId ORDER = new OrderId("4711");
    private static final PaymentId ID = PaymentId.of(ORDER);
    private static final Money AMOUNT = Money.of(CurrencyUnit.GBP, 12.50);
    private static final PaymentMethod CARD = new PaymentMethod("tok_approve", "4242");

    private static final PaymentRequested REQUESTED = new PaymentRequested(ID, ORDER, AMOUNT, CARD);
    private static final PaymentAuthorized AUTHORIZED = new PaymentAuthorized(ID, ORDER, AMOUNT, "ref-1");
    private static final PaymentDeclined DECLINED = new PaymentDeclined(ID, ORDER, "no funds");
    private static final CaptureRequested CAPTURING = new CaptureRequested(ID, ORDER);
    private static final PaymentCaptured CAPTURED = new PaymentCaptured(ID, ORDER, AMOUNT);
    private static final PaymentCaptureFailed CAPTURE_FAILED = new PaymentCaptureFailed(ID, ORDER, "refused");
    private static final VoidRequested VOIDING = new VoidRequested(ID, ORDER);
    private static final PaymentVoided VOIDED = new PaymentVoided(ID, ORDER);
    private static final RefundRequested REFUNDING = new RefundRequested(ID, ORDER);
    private static final PaymentRefunded REFUNDED = new PaymentRefunded(ID, ORDER, AMOUNT);

    private static final AuthorizePayment AUTHORIZE = new AuthorizePayment(ID, ORDER, AMOUNT, CARD);
    private static final List<PaymentCommand> COMMANDS = List.of(
            AUTHORIZE,
            new CapturePayment(ID),
            new VoidPayment(ID, ORDER),
            new RefundPayment(ID),
            new RecordAuthorization(ID, "ref-1"),
            new RecordDecline(ID, "no funds"),
            new RecordCapture(ID),
            new RecordCaptureFailure(ID, "refused"),
            new RecordVoid(ID),
            new RecordRefund(ID));

    private static final Object NOTHING = "nothing";
    private static final Object UNKNOWN = AggregateNotFoundException.class;
    private static final Object NOT_NOW = Refusal.Code.NOT_ALLOWED_NOW;

    /** What each of {@link #COMMANDS} comes to after this history. */
    private record Row(String state, List<PaymentEvent> history, List<Object> outcomes) {}

    private static Row row(String state, List<PaymentEvent> history, Object... outcomes) {
        return new Row(state, history, Arrays.asList(outcomes));
    }

    private static final List<Row> TABLE = List.of(
            row("NONE", List.of(),
                    REQUESTED, UNKNOWN, VOIDED, VOIDED, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
            row("REQUESTED", List.of(REQUESTED),
                    NOTHING, NOT_NOW, VOIDING, VOIDING, AUTHORIZED, DECLINED, NOTHING, NOTHING, NOTHING, NOTHING),
            row("AUTHORIZED", List.of(REQUESTED, AUTHORIZED),
                    NOTHING, CAPTURING, VOIDING, VOIDING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING),
            row("DECLINED", List.of(REQUESTED, DECLINED),
                    NOTHING, NOT_NOW, VOIDED, VOIDED, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING),
            row("CAPTURING", List.of(REQUESTED, AUTHORIZED, CAPTURING),
                    NOTHING, NOTHING, REFUNDING, REFUNDING, NOTHING, NOTHING, CAPTURED, CAPTURE_FAILED, NOTHING, NOTHING),
            row("CAPTURED", List.of(REQUESTED, AUTHORIZED, CAPTURING, CAPTURED),
                    NOTHING, NOTHING, REFUNDING, REFUNDING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING),
            row("CAPTURE_FAILED", List.of(REQUESTED, AUTHORIZED, CAPTURING, CAPTURE_FAILED),
                    NOTHING, NOTHING, VOIDING, VOIDING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING),
            row("VOIDING", List.of(REQUESTED, VOIDING),
                    NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, REFUNDING, NOTHING, VOIDED, NOTHING),
            row("VOIDING, held before", List.of(REQUESTED, AUTHORIZED, VOIDING),
                    NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, REFUNDING, NOTHING, VOIDED, NOTHING),
            row("VOIDING, after a failed capture", List.of(REQUESTED, AUTHORIZED, CAPTURING, CAPTURE_FAILED, VOIDING),
                    NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, REFUNDING, NOTHING, VOIDED, NOTHING),
            row("VOIDED", List.of(REQUESTED, VOIDING, VOIDED),
                    NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING),
            row("VOIDED, never asked for", List.of(VOIDED),
                    NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING),
            row("REFUNDING", List.of(REQUESTED, AUTHORIZED, CAPTURING, CAPTURED, REFUNDING),
                    NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, VOIDED, REFUNDED),
            row("REFUNDING, capture open", List.of(REQUESTED, AUTHORIZED, CAPTURING, REFUNDING),
                    NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, VOIDED, REFUNDED),
            row("REFUNDED", List.of(REQUESTED, AUTHORIZED, CAPTURING, CAPTURED, REFUNDING, REFUNDED),
                    NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING));

    @TestFactory
    Stream<DynamicTest> every_command_in_every_state() {
        return TABLE.stream().flatMap(row -> Stream.iterate(0, i -> i < COMMANDS.size(), i -> i + 1)
                .map(i -> DynamicTest.dynamicTest(
                        "%s: %s".formatted(row.state(), COMMANDS.get(i).getClass().getSimpleName()),
                        () -> check(row.history(), COMMANDS.get(i), row.outcomes().get(i)))));
    }

    @TestFactory
    Stream<DynamicTest> an_authorization_with_other_content_is_a_conflict_in_every_state_that_knows_the_first() {
        AuthorizePayment other = new AuthorizePayment(ID, ORDER, AMOUNT.plus(1), CARD);
        return TABLE.stream()
                .filter(row -> row.history().contains(REQUESTED))
                .map(row -> DynamicTest.dynamicTest(
                        row.state(), () -> check(row.history(), other, Refusal.Code.CONFLICT)));
    }

    @Test
    void money_is_taken_only_after_it_was_held_and_asked_for() {
        List<String> capturing = new ArrayList<>();
        TABLE.forEach(row -> {
            for (Object outcome : row.outcomes()) {
                if (outcome == CAPTURING) {
                    capturing.add(row.state());
                }
            }
        });
        assertThat(capturing).containsExactly("AUTHORIZED");
    }

    @Test
    void the_table_has_every_state() {
        assertThat(TABLE.stream().map(row -> row.state().replaceAll(",.*", "")).distinct().collect(joining(" ")))
                .isEqualTo(Arrays.stream(PaymentState.values()).map(Enum::name).collect(joining(" ")));
    }

    private static void check(List<PaymentEvent> history, PaymentCommand command, Object outcome) {
        AggregateTestFixture<Payment> fixture = new AggregateTestFixture<>(Payment.class);
        AggregateCache cache = new AggregateCache(1);
        if (!history.isEmpty()) {
            cache.put(ID.toString(), "known");
        }
        fixture.registerAnnotatedCommandHandler(new PaymentCommandHandler(
                new Aggregates<>(fixture.getRepository(), id -> Optional.empty(), cache)));
        var result = fixture.given(history).when(command);
        if (outcome == NOTHING) {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        } else if (outcome instanceof PaymentEvent event) {
            result.expectSuccessfulHandlerExecution().expectEvents(event);
        } else if (outcome instanceof Refusal.Code code) {
            result.expectException(new RefusedWith(code));
        } else {
            result.expectException(AggregateNotFoundException.class);
        }
    }
}

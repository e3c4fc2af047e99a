package io.daybook.command.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Refusal;
import io.daybook.api.order.OrderId;
import io.daybook.api.payment.PaymentCommand;
import io.daybook.api.payment.PaymentCommand.AuthorizePayment;
import io.daybook.api.payment.PaymentCommand.CaptureAgain;
import io.daybook.api.payment.PaymentCommand.CapturePayment;
import io.daybook.api.payment.PaymentCommand.GiveBack;
import io.daybook.api.payment.PaymentCommand.RecordAuthorization;
import io.daybook.api.payment.PaymentCommand.RecordCapture;
import io.daybook.api.payment.PaymentCommand.RecordCaptureFailure;
import io.daybook.api.payment.PaymentCommand.RecordDecline;
import io.daybook.api.payment.PaymentCommand.RecordRefund;
import io.daybook.api.payment.PaymentCommand.RecordUndoneByHand;
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
import io.daybook.command.Transitions;
import io.daybook.command.aggregate.AggregateCache;
import io.daybook.command.aggregate.Aggregates;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
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
            new RecordRefund(ID),
            new RecordUndoneByHand(ID),
            new CaptureAgain(ID),
            new GiveBack(ID, ORDER));

    /** What led to each state; to some on several ways. */
    private static final List<History> HISTORIES = List.of(
            new History(PaymentState.NONE),
            new History(PaymentState.REQUESTED, REQUESTED),
            new History(PaymentState.AUTHORIZED, REQUESTED, AUTHORIZED),
            new History(PaymentState.DECLINED, REQUESTED, DECLINED),
            new History(PaymentState.CAPTURING, REQUESTED, AUTHORIZED, CAPTURING),
            new History(PaymentState.CAPTURED, REQUESTED, AUTHORIZED, CAPTURING, CAPTURED),
            new History(PaymentState.CAPTURE_FAILED, REQUESTED, AUTHORIZED, CAPTURING, CAPTURE_FAILED),
            new History(PaymentState.VOIDING, REQUESTED, VOIDING),
            new History(PaymentState.VOIDING, REQUESTED, AUTHORIZED, VOIDING),
            new History(PaymentState.VOIDING, REQUESTED, AUTHORIZED, CAPTURING, CAPTURE_FAILED, VOIDING),
            new History(PaymentState.VOIDED, REQUESTED, VOIDING, VOIDED),
            new History(PaymentState.VOIDED, REQUESTED, DECLINED, VOIDED),
            new History(PaymentState.VOIDED, VOIDED),
            new History(PaymentState.REFUNDING, REQUESTED, AUTHORIZED, CAPTURING, REFUNDING),
            new History(PaymentState.REFUNDING, REQUESTED, AUTHORIZED, CAPTURING, CAPTURED, REFUNDING),
            new History(PaymentState.REFUNDED, REQUESTED, AUTHORIZED, CAPTURING, CAPTURED, REFUNDING, REFUNDED));

    private record History(PaymentState state, List<PaymentEvent> events) {
        History(PaymentState state, PaymentEvent... events) {
            this(state, List.of(events));
        }
    }

    private static final Map<String, PaymentEvent> EVENTS = Stream.of(
                    REQUESTED,
                    AUTHORIZED,
                    DECLINED,
                    CAPTURING,
                    CAPTURED,
                    CAPTURE_FAILED,
                    VOIDING,
                    VOIDED,
                    REFUNDING,
                    REFUNDED)
            .collect(Collectors.toMap(event -> event.getClass().getSimpleName(), Function.identity()));

    private final Transitions table = Transitions.describedFor(Payment.class);

    @TestFactory
    Stream<DynamicTest> every_command_in_every_state_does_what_the_table_says() {
        return HISTORIES.stream()
                .flatMap(history -> COMMANDS.stream()
                        .map(command -> DynamicTest.dynamicTest(
                                "%s %s".formatted(history, command.getClass().getSimpleName()),
                                () -> check(history, command))));
    }

    @TestFactory
    Stream<DynamicTest> an_authorization_with_other_content_is_a_conflict_in_every_state_that_knows_the_first() {
        AuthorizePayment other = new AuthorizePayment(ID, ORDER, AMOUNT.plus(1), CARD);
        return HISTORIES.stream()
                .filter(history -> history.events().contains(REQUESTED))
                .map(history -> DynamicTest.dynamicTest(
                        history.toString(),
                        () -> send(history, other).expectException(new RefusedWith(Refusal.Code.CONFLICT))));
    }

    @Test
    void a_payment_that_only_the_provider_knows_is_voided_when_it_has_been_given_back() {
        History unknown = new History(PaymentState.REFUNDING, REFUNDING);

        send(unknown, new RecordRefund(ID)).expectEvents(VOIDED);
        send(unknown, new RecordUndoneByHand(ID)).expectEvents(VOIDED);
    }

    @Test
    void every_state_is_tried_and_the_table_speaks_of_nothing_else() {
        assertThat(HISTORIES).extracting(History::state).containsOnly(PaymentState.values());
        assertThat(table.strangers(
                        Arrays.stream(PaymentState.values()).map(Enum::name).collect(Collectors.toSet()), COMMANDS))
                .isEmpty();
    }

    private void check(History history, PaymentCommand command) {
        var result = send(history, command);
        String outcome = table.outcome(history.state().name(), command.getClass());
        if (EVENTS.containsKey(outcome)) {
            result.expectSuccessfulHandlerExecution().expectEvents(EVENTS.get(outcome));
        } else if (outcome.equals(Transitions.NOT_NOW)) {
            result.expectException(new RefusedWith(Refusal.Code.NOT_ALLOWED_NOW));
        } else if (history.state() == PaymentState.NONE) {
            result.expectException(AggregateNotFoundException.class);
        } else {
            assertThat(outcome).isEqualTo(Transitions.NOTHING);
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        }
    }

    private static ResultValidator<Payment> send(History history, PaymentCommand command) {
        AggregateTestFixture<Payment> fixture = new AggregateTestFixture<>(Payment.class);
        AggregateCache cache = new AggregateCache(1);
        if (!history.events().isEmpty()) {
            cache.put(ID.toString(), "known");
        }
        fixture.registerAnnotatedCommandHandler(
                new PaymentCommandHandler(new Aggregates<>(fixture.getRepository(), id -> Optional.empty(), cache)));
        return fixture.given(history.events()).when(command);
    }
}

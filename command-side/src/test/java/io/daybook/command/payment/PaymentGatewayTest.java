package io.daybook.command.payment;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.customer.Tier;
import io.daybook.api.operations.OperationsEvent.DeadLettersRetried;
import io.daybook.api.order.OrderId;
import io.daybook.api.payment.PaymentCommand.AuthorizePayment;
import io.daybook.api.payment.PaymentCommand.CapturePayment;
import io.daybook.api.payment.PaymentCommand.RefundPayment;
import io.daybook.api.payment.PaymentCommand.VoidPayment;
import io.daybook.api.payment.PaymentEvent;
import io.daybook.api.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.daybook.api.payment.PaymentEvent.PaymentCaptured;
import io.daybook.api.payment.PaymentEvent.PaymentDeclined;
import io.daybook.api.payment.PaymentEvent.PaymentRefunded;
import io.daybook.api.payment.PaymentEvent.PaymentRequested;
import io.daybook.api.payment.PaymentEvent.PaymentVoided;
import io.daybook.api.payment.PaymentId;
import io.daybook.api.payment.PaymentMethod;
import io.daybook.command.InMemoryLog;
import io.daybook.command.aggregate.AggregateSettings;
import io.daybook.command.tiers.Shares;
import io.daybook.command.tiers.TieredQueue;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializationException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway against a provider that speaks HTTP, on a real event store with a real processor. */
class PaymentGatewayTest {

    private static final Money AMOUNT = Money.of(CurrencyUnit.GBP, 12.50);

    /** After which a call counts as unanswered; some cards here never are. */
    private static final Duration CALL = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InMemoryLog log = new InMemoryLog();
    private final AtomicInteger orders = new AtomicInteger();
    private final List<HttpPaymentProvider> clients = new ArrayList<>();
    private TestProvider provider;
    private Configuration process;

    @BeforeAll
    static void be_patient() {
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    @AfterAll
    static void be_as_before() {
        Awaitility.reset();
    }

    @BeforeEach
    void start() {
        provider = new TestProvider();
        process = begin(provider.url());
    }

    @AfterEach
    void stop() throws IOException {
        process.shutdown();
        for (HttpPaymentProvider client : clients) {
            client.close();
        }
        provider.close();
    }

    @Test
    void a_good_card_is_authorized_and_captured() {
        process.shutdown();
        process = begin(settings(provider.url(), PATIENCE, Duration.ofSeconds(5), Duration.ofSeconds(1)));
        PaymentId payment = authorize("tok_approve");
        awaitEvent(new PaymentAuthorized(payment, payment.orderId(), AMOUNT, "ref-" + payment));

        send(new CapturePayment(payment));
        awaitEvent(new PaymentCaptured(payment, payment.orderId(), AMOUNT));
        assertThat(provider.calls())
                .containsExactly("POST " + payment + "/authorization", "POST " + payment + "/capture");
    }

    @Test
    void a_card_without_funds_is_declined() {
        PaymentId payment = authorize("tok_decline");

        awaitEvent(new PaymentDeclined(payment, payment.orderId(), "insufficient funds"));
    }

    @Test
    void a_capture_that_the_provider_refuses_has_failed() {
        PaymentId payment = authorize("tok_capture_refused");
        awaitEvent(PaymentAuthorized.class, payment);

        send(new CapturePayment(payment));

        awaitEvent(new PaymentCaptureFailed(payment, payment.orderId(), "refused"));
    }

    @Test
    void what_was_captured_is_refunded() {
        PaymentId payment = authorize("tok_approve");
        awaitEvent(PaymentAuthorized.class, payment);
        send(new CapturePayment(payment));
        awaitEvent(PaymentCaptured.class, payment);

        send(new RefundPayment(payment));

        awaitEvent(new PaymentRefunded(payment, payment.orderId(), AMOUNT));
        assertThat(provider.statusOf(payment.value())).isEqualTo("REFUNDED");
    }

    @Test
    void an_authorization_whose_answer_was_lost_is_found_and_not_made_again() {
        PaymentId payment = authorize("tok_lost_answer");

        awaitEvent(PaymentAuthorized.class, payment);
        assertThat(provider.calls())
                .containsSubsequence("POST " + payment + "/authorization", "GET " + payment)
                .containsOnlyOnce("POST " + payment + "/authorization");
    }

    @Test
    void a_card_that_hangs_is_voided_when_that_is_asked_for() {
        PaymentId payment = authorize("tok_hang");
        await().until(() -> provider.calls().contains("GET " + payment));

        send(new VoidPayment(payment, payment.orderId()));

        awaitEvent(new PaymentVoided(payment, payment.orderId()));
        assertThat(provider.statusOf(payment.value())).isEqualTo("VOIDED");
        assertThat(log.events(PaymentAuthorized.class)).isEmpty();
    }

    @Test
    void a_capture_after_a_void_at_the_provider_has_failed() {
        PaymentId payment = authorize("tok_approve");
        awaitEvent(PaymentAuthorized.class, payment);
        client(settings(provider.url(), PATIENCE, Duration.ZERO, Duration.ofSeconds(1)))
                .release(payment)
                .join();

        send(new CapturePayment(payment));

        awaitEvent(PaymentCaptureFailed.class, payment);
    }

    @Test
    void cards_that_hang_do_not_hold_up_the_others() {
        for (int i = 0; i < 20; i++) {
            authorize("tok_hang");
            authorize("tok_error");
        }
        await().until(() -> provider.calls().size() >= 40);

        PaymentId payment = authorize("tok_approve");

        // One after the other the cards that hang would take twenty seconds.
        await().atMost(15, SECONDS)
                .until(() -> log.events(PaymentAuthorized.class).stream()
                        .anyMatch(event -> event.paymentId().equals(payment)));
    }

    @Test
    void more_payments_than_places_wait_for_their_turn() {
        IntStream.range(0, 300).forEach(i -> authorize("tok_approve"));

        await().untilAsserted(
                        () -> assertThat(log.events(PaymentAuthorized.class)).hasSize(300));
        assertThat(log.events(PaymentAuthorized.class))
                .extracting(PaymentAuthorized::paymentId)
                .doesNotHaveDuplicates();
    }

    @Test
    void payments_wait_while_the_provider_is_down_and_go_on_when_it_is_back() {
        int port = provider.port();
        provider.close();
        IntStream.range(0, 20).forEach(i -> authorize("tok_approve"));
        await().untilAsserted(
                        () -> assertThat(log.events(PaymentRequested.class)).hasSize(20));

        provider = new TestProvider(port);

        await().untilAsserted(
                        () -> assertThat(log.events(PaymentAuthorized.class)).hasSize(20));
    }

    @Test
    void a_restarted_process_takes_up_what_was_open_and_nothing_else() {
        PaymentId done = authorize("tok_approve");
        awaitEvent(PaymentAuthorized.class, done);
        provider.mute();
        PaymentId open = authorize("tok_approve");
        await().until(() -> provider.calls().contains("POST " + open + "/authorization"));
        PaymentId later = authorize("tok_approve");
        await().until(() -> provider.calls().contains("POST " + later + "/authorization"));
        process.shutdown();

        provider.unmute();
        provider.calls().clear();
        process = begin(provider.url());

        awaitEvent(PaymentAuthorized.class, open);
        awaitEvent(PaymentAuthorized.class, later);
        assertThat(provider.calls()).doesNotContain("POST " + done + "/authorization");
    }

    @Test
    void a_restarted_process_does_not_ask_again_for_what_is_answered_further_on_in_the_log() {
        PaymentId hanging = authorize("tok_hang");
        IntStream.range(0, 200).forEach(i -> authorize("tok_approve"));
        await().untilAsserted(
                        () -> assertThat(log.events(PaymentAuthorized.class)).hasSize(200));
        process.shutdown();
        provider.calls().clear();

        // As if hours had passed: what is read again is old.
        process = begin(settings(provider.url(), CALL, Duration.ZERO, Duration.ofSeconds(5)));

        // By the time the answer to its question is waited for, all others would have been asked about.
        await().untilAsserted(() -> assertThat(provider.calls())
                .containsSubsequence("POST " + hanging + "/authorization", "GET " + hanging));
        assertThat(provider.calls()).containsOnly("POST " + hanging + "/authorization", "GET " + hanging);
    }

    @Test
    void the_stored_position_stays_before_the_oldest_open_intent_until_it_is_answered() {
        awaitEvent(PaymentAuthorized.class, authorize("tok_approve"));
        awaitStoredPositionAtHead();
        PaymentId hanging = authorize("tok_hang");
        await().until(() -> provider.calls().contains("POST " + hanging + "/authorization"));
        long before = storedPosition();
        for (int i = 0; i < 5; i++) {
            awaitEvent(PaymentAuthorized.class, authorize("tok_approve"));
        }
        assertThat(storedPosition()).isEqualTo(before).isLessThan(headPosition() - 10);

        send(new VoidPayment(hanging, hanging.orderId()));

        awaitStoredPositionAtHead();
    }

    @Test
    void the_gateway_cannot_be_replayed() {
        assertThat(processor().supportsReset()).isFalse();
    }

    @Test
    void intents_that_are_open_while_a_segment_is_split_and_merged_are_carried_on_with() throws Exception {
        List<PaymentId> open = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            open.add(authorize("tok_hang"));
        }
        await().untilAsserted(() ->
                assertThat(provider.calls()).contains("POST " + open.get(open.size() - 1) + "/authorization"));

        assertThat(processor().splitSegment(0).get(30, SECONDS)).isTrue();
        awaitSegments(2);
        List<PaymentId> approved = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            approved.add(authorize("tok_approve"));
        }
        approved.forEach(payment -> awaitEvent(PaymentAuthorized.class, payment));
        assertThat(processor().mergeSegment(0).get(30, SECONDS)).isTrue();
        awaitSegments(1);
        provider.calls().clear();

        open.forEach(payment -> await().until(() -> provider.calls().contains("POST " + payment + "/authorization")));
        open.forEach(payment -> send(new VoidPayment(payment, payment.orderId())));
        open.forEach(payment -> awaitEvent(new PaymentVoided(payment, payment.orderId())));
        awaitEvent(PaymentAuthorized.class, authorize("tok_approve"));
        assertThat(log.events(PaymentAuthorized.class))
                .extracting(PaymentAuthorized::paymentId)
                .doesNotHaveDuplicates();
        awaitStoredPositionAtHead();
    }

    private void awaitSegments(int number) {
        await().untilAsserted(() -> assertThat(processor().processingStatus()).hasSize(number));
    }

    private StreamingEventProcessor processor() {
        return process.eventProcessingConfiguration()
                .eventProcessor(PaymentGateway.groupOf(Tier.STANDARD), StreamingEventProcessor.class)
                .orElseThrow();
    }

    private void awaitStoredPositionAtHead() {
        await().untilAsserted(() -> assertThat(storedPosition()).isEqualTo(headPosition()));
    }

    private long storedPosition() {
        TrackingToken token = log.tokens().fetchToken(PaymentGateway.groupOf(Tier.STANDARD), 0);
        return token == null ? -1 : token.position().orElseThrow();
    }

    @Test
    void an_intent_that_cannot_be_read_is_put_aside_until_it_is_mended_and_holds_up_no_other() {
        PaymentId bad = PaymentId.of(new OrderId("unreadable"));
        AtomicBoolean broken = new AtomicBoolean(true);
        process.eventStore()
                .publish(new Unreadable(
                        bad,
                        new PaymentRequested(bad, bad.orderId(), AMOUNT, new PaymentMethod("tok_approve", "4242")),
                        broken));

        PaymentId good = authorize("tok_approve");
        await().untilAsserted(() -> assertThat(provider.calls()).containsExactly("POST " + good + "/authorization"));
        assertThat(log.deadLetters().contains("unreadable")).isTrue();

        broken.set(false);
        process.eventStore()
                .publish(new GenericDomainEventMessage<>(
                        "ControlPanel",
                        "controls",
                        0,
                        new DeadLettersRetried(PaymentGateway.groupOf(Tier.STANDARD), "unreadable", "mended", "olga")));
        awaitEvent(new PaymentAuthorized(bad, bad.orderId(), AMOUNT, "ref-" + bad));
        await().untilAsserted(() ->
                assertThat(log.deadLetters().contains("unreadable")).isFalse());
    }

    /** The first event of a payment, which cannot be read as long as it is broken. */
    private static final class Unreadable extends GenericDomainEventMessage<PaymentRequested> {

        private static final long serialVersionUID = 1L;

        private final AtomicBoolean broken;

        Unreadable(PaymentId payment, PaymentRequested event, AtomicBoolean broken) {
            super("Payment", payment.value(), 0, event);
            this.broken = broken;
        }

        @Override
        public PaymentRequested getPayload() {
            if (broken.get()) {
                throw new SerializationException("cannot be read");
            }
            return super.getPayload();
        }
    }

    private long headPosition() {
        return process.eventStore().createHeadToken().position().orElseThrow();
    }

    private Configuration begin(URI url) {
        return begin(settings(url, CALL, Duration.ofSeconds(5), Duration.ofSeconds(1)));
    }

    private Configuration begin(PaymentSettings settings) {
        HttpPaymentProvider client = client(settings);
        Configurer configurer = log.configurer();
        new PaymentModule(new AggregateSettings(1_000)).configureModule(configurer);
        PaymentConfiguration.gateway(
                        settings,
                        new TieredQueue<>(
                                settings.inFlight(), new Shares(25, 25), Duration.ofSeconds(2), System::nanoTime),
                        tier -> client,
                        CircuitBreakerRegistry.ofDefaults(),
                        Bulkhead.of("test", PaymentConfiguration.bulkhead(settings)))
                .configureModule(configurer);
        return configurer.start();
    }

    private HttpPaymentProvider client(PaymentSettings settings) {
        HttpPaymentProvider client = new HttpPaymentProvider(settings, Thread::new);
        clients.add(client);
        return client;
    }

    private static PaymentSettings settings(URI url, Duration call, Duration oldAfter, Duration pauseForOld) {
        return new PaymentSettings(
                url,
                Duration.ofSeconds(1),
                call,
                64,
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                oldAfter,
                pauseForOld,
                new PaymentSettings.Circuit(75, 50, Duration.ofMillis(300)));
    }

    private PaymentId authorize(String token) {
        OrderId order = new OrderId("order-" + orders.incrementAndGet());
        PaymentId payment = PaymentId.of(order);
        send(new AuthorizePayment(payment, order, AMOUNT, new PaymentMethod(token, "4242")));
        return payment;
    }

    private void send(Object command) {
        process.commandGateway().sendAndWait(command);
    }

    private void awaitEvent(Object event) {
        await().untilAsserted(() -> assertThat(log.events()).contains(event));
    }

    private void awaitEvent(Class<?> type, PaymentId payment) {
        await().untilAsserted(() -> assertThat(log.events())
                .anyMatch(event -> type.isInstance(event)
                        && ((PaymentEvent) event).paymentId().equals(payment)));
    }
}

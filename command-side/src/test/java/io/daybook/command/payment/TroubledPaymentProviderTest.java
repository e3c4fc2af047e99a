package io.daybook.command.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.Fault;
import io.daybook.api.operations.FaultId;
import io.daybook.api.operations.OperationsEvent.FaultInjected;
import io.daybook.api.operations.ProviderBehaviour;
import io.daybook.api.order.OrderId;
import io.daybook.api.payment.PaymentId;
import io.daybook.api.payment.PaymentMethod;
import io.daybook.command.payment.ProviderAnswer.Standing;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TroubledPaymentProviderTest {

    private static final Money AMOUNT = Money.parse("GBP 12.50");
    private static final PaymentMethod CARD = new PaymentMethod("tok_approve", "4242");

    private final TestProvider books = new TestProvider();
    private final PaymentId id = PaymentId.of(new OrderId("order-1"));
    private final HttpPaymentProvider http = new HttpPaymentProvider(settings(), Thread::new);
    private final TroubledPaymentProvider provider = new TroubledPaymentProvider(http, Duration.ofMillis(100));

    private PaymentSettings settings() {
        return new PaymentSettings(
                books.url(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                4,
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                new PaymentSettings.Circuit(75, 50, Duration.ofSeconds(2)));
    }

    @AfterEach
    void close() throws Exception {
        http.close();
        books.close();
    }

    private void trouble(ProviderBehaviour behaviour) {
        Instant now = Instant.now();
        provider.steer(Controls.USUAL.after(new FaultInjected(
                FaultId.next(), new Fault.ProviderTrouble(behaviour), now, now.plusSeconds(60), "test", "olga")));
    }

    private CompletableFuture<ProviderAnswer> authorize() {
        return provider.authorize(id, AMOUNT, CARD);
    }

    @Test
    void without_trouble_every_call_goes_through() {
        assertThat(authorize().join().standing()).isEqualTo(Standing.AUTHORIZED);
        assertThat(provider.capture(id).join().standing()).isEqualTo(Standing.CAPTURED);
    }

    @Test
    void a_provider_that_is_down_hears_of_nothing() {
        trouble(ProviderBehaviour.DOWN);

        assertThatThrownBy(authorize()::join).hasCauseInstanceOf(ConnectException.class);
        assertThat(books.calls()).isEmpty();
    }

    @Test
    void a_provider_that_hangs_is_given_up_after_the_timeout() {
        trouble(ProviderBehaviour.HANGING);

        assertThatThrownBy(authorize()::join).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void a_slow_provider_answers_in_the_end() {
        trouble(ProviderBehaviour.SLOW);

        assertThat(authorize().join().standing()).isEqualTo(Standing.AUTHORIZED);
    }

    @Test
    void what_is_declined_cannot_be_booked_by_a_call_that_comes_late() {
        trouble(ProviderBehaviour.DECLINING);

        assertThat(authorize().join().standing()).isEqualTo(Standing.DECLINED);
        assertThat(books.statusOf(id.value())).isEqualTo("VOIDED");
    }

    @Test
    void what_the_provider_has_authorized_stays_authorized_while_it_declines() {
        authorize().join();
        trouble(ProviderBehaviour.DECLINING);

        assertThat(authorize().join().standing()).isEqualTo(Standing.AUTHORIZED);
        assertThat(provider.capture(id).join().standing()).isEqualTo(Standing.CAPTURED);
    }

    @Test
    void trouble_that_is_over_is_forgotten() {
        trouble(ProviderBehaviour.DOWN);
        provider.steer(Controls.USUAL);

        assertThat(authorize().join().standing()).isEqualTo(Standing.AUTHORIZED);
    }
}

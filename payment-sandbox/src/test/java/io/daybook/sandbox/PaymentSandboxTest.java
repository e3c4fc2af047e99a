package io.daybook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentSandboxTest {

    private static final Duration SLOWNESS = Duration.ofMillis(400);
    private static final Duration HOLD = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMillis(600);

    @TempDir
    Path folder;

    private PaymentSandbox sandbox;
    private Merchant merchant;

    @BeforeEach
    void open() {
        start(SLOWNESS, HOLD, 100);
    }

    private void restart(Duration slowness, Duration hold, int maxHeld) {
        sandbox.close();
        start(slowness, hold, maxHeld);
    }

    private void start(Duration slowness, Duration hold, int maxHeld) {
        sandbox = PaymentSandbox.start(SandboxSettings.local(0, folder.resolve("payments.db"))
                .withSlowness(slowness)
                .withHold(hold, maxHeld));
        merchant = new Merchant(sandbox.url());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void approved_payment_is_captured_and_refunded() {
        Merchant.Reply authorized = merchant.authorize("p", "tok_approve");
        assertThat(authorized.status()).isEqualTo(200);
        assertThat(authorized.body().path("reference").asString()).isNotBlank();

        assertThat(merchant.call("p", "capture").paymentStatus()).isEqualTo("CAPTURED");
        assertThat(merchant.call("p", "void").status()).isEqualTo(409);
        assertThat(merchant.call("p", "refund").paymentStatus()).isEqualTo("REFUNDED");
        Merchant.Reply look = merchant.look("p");
        assertThat(look.body().path("amount").asString()).isEqualTo("12.50");
        assertThat(look.body().path("currency").asString()).isEqualTo("GBP");
        assertThat(look.paymentStatus()).isEqualTo("REFUNDED");
    }

    @Test
    void what_somebody_writes_into_the_books_by_hand_counts_at_once() throws SQLException {
        merchant.authorize("p", "tok_approve");
        merchant.call("p", "capture");
        assertThat(merchant.look("p").paymentStatus()).isEqualTo("CAPTURED");

        try (Connection hand = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("payments.db"));
                Statement statement = hand.createStatement()) {
            statement.execute("update payment set status = 'AUTHORIZED' where key = 'p'");
        }

        assertThat(merchant.look("p").paymentStatus()).isEqualTo("AUTHORIZED");
        assertThat(merchant.call("p", "capture").paymentStatus()).isEqualTo("CAPTURED");
        assertThat(merchant.get("/v1/payments")
                        .body()
                        .path("payments")
                        .get(0)
                        .path("status")
                        .asString())
                .isEqualTo("CAPTURED");
    }

    @Test
    void declined_payment_says_why() {
        Merchant.Reply reply = merchant.authorize("p", "tok_decline");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.paymentStatus()).isEqualTo("DECLINED");
        assertThat(reply.body().path("reason").asString()).isEqualTo("insufficient funds");
    }

    @Test
    void slow_payment_is_unknown_until_it_is_approved() {
        restart(Duration.ofSeconds(5), HOLD, 100);
        CompletableFuture<Merchant.Reply> slow = merchant.authorizing("p", "tok_slow", Duration.ofSeconds(30));
        assertThat(merchant.look("p").status()).isEqualTo(404);
        assertThat(slow.join().paymentStatus()).isEqualTo("AUTHORIZED");
        assertThat(merchant.authorize("p", "tok_slow").paymentStatus()).isEqualTo("AUTHORIZED");
    }

    @Test
    void hanging_payment_is_never_answered_nor_booked() {
        assertThatThrownBy(merchant.authorizing("p", "tok_hang", PATIENCE)::join)
                .isInstanceOf(CompletionException.class);
        assertThat(merchant.look("p").status()).isEqualTo(404);
    }

    @Test
    void lost_answer_is_found_by_looking() {
        assertThatThrownBy(merchant.authorizing("p", "tok_lost_answer", PATIENCE)::join)
                .isInstanceOf(CompletionException.class);
        await().until(() -> merchant.look("p").status() == 200);
        assertThat(merchant.look("p").paymentStatus()).isEqualTo("AUTHORIZED");
        assertThat(merchant.call("p", "capture").paymentStatus()).isEqualTo("CAPTURED");
    }

    @Test
    void failing_card_fails_each_time() {
        assertThat(merchant.authorize("p", "tok_error").status()).isEqualTo(500);
        assertThat(merchant.authorize("p", "tok_error").status()).isEqualTo(500);
        assertThat(merchant.look("p").status()).isEqualTo(404);
    }

    @Test
    void refused_capture_leaves_the_hold_to_be_voided() {
        merchant.authorize("p", "tok_capture_refused");
        Merchant.Reply refused = merchant.call("p", "capture");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.paymentStatus()).isEqualTo("CAPTURE_FAILED");
        assertThat(refused.body().path("reason").asString()).isNotBlank();
        assertThat(merchant.call("p", "void").paymentStatus()).isEqualTo("VOIDED");
    }

    @Test
    void hold_that_cannot_be_removed_is_removed_after_mending() {
        merchant.authorize("p", "tok_void_error");
        assertThat(merchant.call("p", "void").status()).isEqualTo(500);
        assertThat(merchant.post("/v1/mend", "").status()).isEqualTo(200);
        assertThat(merchant.call("p", "void").paymentStatus()).isEqualTo("VOIDED");
        merchant.authorize("q", "tok_void_error");
        assertThat(merchant.call("q", "void").status()).isEqualTo(500);
    }

    @Test
    void books_survive_a_restart() {
        merchant.authorize("a", "tok_approve");
        merchant.call("a", "capture");
        merchant.authorize("b", "tok_decline");
        merchant.call("c", "void");
        Merchant.Reply before = merchant.get("/v1/payments");
        restart(SLOWNESS, HOLD, 100);

        assertThat(merchant.get("/v1/payments")).isEqualTo(before);
        assertThat(merchant.authorize("c", "tok_approve").body().path("reason").asString())
                .isEqualTo("voided before authorization");
        assertThat(merchant.authorize("a", "tok_approve").paymentStatus()).isEqualTo("CAPTURED");
    }

    @Test
    void conflict_shows_where_the_payment_stands() {
        merchant.authorize("p", "tok_approve");
        Merchant.Reply conflict = merchant.authorize("p", "tok_decline");
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.paymentStatus()).isEqualTo("AUTHORIZED");
    }

    @Test
    void many_calls_with_one_key_at_once_have_one_effect() {
        List<CompletableFuture<Merchant.Reply>> calls = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            calls.add(merchant.authorizing("p", "tok_approve", Duration.ofSeconds(20)));
            calls.add(CompletableFuture.supplyAsync(() -> merchant.call("p", "void")));
        }
        Set<String> references = new HashSet<>();
        for (CompletableFuture<Merchant.Reply> call : calls) {
            Merchant.Reply reply = call.join();
            assertThat(reply.status()).isEqualTo(200);
            references.add(reply.body().path("reference").asString(""));
        }
        references.remove("");
        assertThat(references).hasSizeLessThanOrEqualTo(1);
        assertThat(merchant.look("p").paymentStatus()).isEqualTo("VOIDED");
        assertThat(merchant.get("/v1/payments").body().path("payments")).hasSize(1);
    }

    @Test
    void books_are_read_page_by_page() {
        IntStream.range(0, 5).forEach(i -> merchant.authorize("p" + i, "tok_approve"));
        List<String> keys = new ArrayList<>();
        String after = "";
        do {
            Merchant.Reply page = merchant.get("/v1/payments?after=" + after + "&limit=2");
            page.body().path("payments").forEach(p -> keys.add(p.path("key").asString()));
            after = page.body().path("next").asString("");
        } while (!after.isEmpty());
        assertThat(keys).containsExactly("p0", "p1", "p2", "p3", "p4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "null",
                "[]",
                "{\"currency\":\"GBP\",\"token\":\"tok_approve\"}",
                "{\"amount\":\"0\",\"currency\":\"GBP\",\"token\":\"tok_approve\"}",
                "{\"amount\":\"-1\",\"currency\":\"GBP\",\"token\":\"tok_approve\"}",
                "{\"amount\":1e999999999,\"currency\":\"GBP\",\"token\":\"tok_approve\"}",
                "{\"amount\":\"1e-999999999\",\"currency\":\"GBP\",\"token\":\"tok_approve\"}",
                "{\"amount\":\"1234567890123456789\",\"currency\":\"GBP\",\"token\":\"tok_approve\"}",
                "{\"amount\":\"1\",\"currency\":\"pounds\",\"token\":\"tok_approve\"}",
                "{\"amount\":\"1\",\"currency\":\"QQQ\",\"token\":\"tok_approve\"}",
                "{\"amount\":\"1\",\"currency\":\"GBP\",\"token\":\"4242\"}",
                "{\"amount\":\"1\",\"currency\":\"GBP\"}"
            })
    void authorization_that_makes_no_sense_is_refused(String body) {
        assertThat(merchant.post("/v1/payments/p/authorization", body).status()).isEqualTo(400);
        assertThat(merchant.look("p").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/payments/p/steal, 404",
        "/v1/payments/p/capture/now, 404",
        "/v1/payments//capture, 404",
        "/v1/payments/p, 405",
        "/v1/elsewhere, 404",
        "/elsewhere, 404"
    })
    void unknown_address_is_refused(String path, int status) {
        Merchant.Reply reply;
        try {
            reply = merchant.post(path, "{}");
        } catch (RuntimeException notJson) {
            assertThat(path).isEqualTo("/elsewhere");
            return;
        }
        assertThat(reply.status()).isEqualTo(status);
    }

    @Test
    void calls_without_an_answer_are_bounded() {
        restart(SLOWNESS, HOLD, 1);
        var unused = merchant.authorizing("a", "tok_hang", HOLD);
        await().until(() -> merchant.get("/v1/health").body().path("held").asInt() == 1);

        assertThat(merchant.authorize("b", "tok_hang").status()).isEqualTo(503);
    }

    @Test
    void calls_without_an_answer_end() {
        restart(SLOWNESS, Duration.ofMillis(900), 1);

        assertThat(merchant.authorize("a", "tok_hang").status()).isEqualTo(504);
        assertThat(merchant.get("/v1/health").body().path("held").asInt()).isZero();
    }

    @Test
    void hanging_calls_keep_no_thread_from_others() {
        for (int i = 0; i < 60; i++) {
            merchant.authorizing("hang" + i, "tok_hang", HOLD);
        }
        await().until(() -> merchant.get("/v1/health").body().path("held").asInt() == 60);
        assertThat(merchant.authorize("p", "tok_approve").paymentStatus()).isEqualTo("AUTHORIZED");
    }

    @Test
    void fault_makes_the_provider_decline_until_it_is_taken_back() {
        assertThat(fault("DECLINE", 60).body().path("until").asString()).isNotBlank();
        assertThat(merchant.authorize("p", "tok_approve").paymentStatus()).isEqualTo("DECLINED");
        fault("NONE", 0);
        assertThat(merchant.authorize("q", "tok_approve").paymentStatus()).isEqualTo("AUTHORIZED");
    }

    @Test
    void fault_makes_the_provider_go_down_and_ends_by_itself() {
        fault("DOWN", 60);
        assertThat(merchant.authorize("p", "tok_approve").status()).isEqualTo(503);
        assertThat(merchant.get("/v1/health").status()).isEqualTo(503);
        fault("DOWN", 1);
        await().until(() -> merchant.get("/v1/health").status() == 200);
        assertThat(merchant.authorize("p", "tok_approve").paymentStatus()).isEqualTo("AUTHORIZED");
        assertThat(merchant.get("/v1/faults").body().path("kind").asString()).isEqualTo("NONE");
    }

    @Test
    void fault_makes_the_provider_slow() {
        fault("SLOW", 60);
        long start = System.nanoTime();
        assertThat(merchant.authorize("p", "tok_approve").paymentStatus()).isEqualTo("AUTHORIZED");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SLOWNESS);
    }

    @Test
    void fault_makes_the_provider_hang_and_books_nothing() {
        restart(SLOWNESS, Duration.ofMillis(900), 100);
        merchant.authorize("p", "tok_approve");
        fault("HANG", 60);
        assertThat(merchant.call("p", "capture").status()).isEqualTo(504);
        fault("NONE", 0);
        assertThat(merchant.look("p").paymentStatus()).isEqualTo("AUTHORIZED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"kind\":\"FIRE\",\"seconds\":1}", "{\"kind\":\"DOWN\"}", "nonsense"})
    void fault_that_makes_no_sense_is_refused(String body) {
        assertThat(merchant.post("/v1/faults", body).status()).isEqualTo(400);
    }

    private Merchant.Reply fault(String kind, int seconds) {
        return merchant.post("/v1/faults", "{\"kind\":\"%s\",\"seconds\":%d}".formatted(kind, seconds));
    }
}

package io.daybook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.standalone.mongo.ChildProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The platform is killed while the saga of an order has put something aside. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(600)
class DeadLettersCrashTest {

    private static final Duration SOON = Duration.ofSeconds(120);
    private static final String LIST = "/staff/operations/dead-letters";

    @TempDir
    private Path data;

    private Api operator;
    private Api customer;

    @Test
    void what_the_saga_has_put_aside_survives_a_kill_with_all_that_waits_behind_it() throws Exception {
        String id;
        try (Platform platform = Platform.start(data)) {
            signIn(platform.url());
            id = customer.order("KIT-001", 1, Api.APPROVED_CARD).text("orderId");
            await().atMost(SOON).until(() -> customer.get("/orders/" + id).text("state"), "CONFIRMED"::equals);
        }
        BookFile book = new BookFile(data);
        byte[] payload = book.payload(id, "PaymentAuthorized");
        book.write(id, "PaymentAuthorized", "{\"broken".getBytes(StandardCharsets.UTF_8));
        book.readAgain("fulfilment");

        long waiting;
        try (ChildProcess first = ChildProcess.of(PlatformProcess.class, data)) {
            signIn(url(first));
            await().atMost(SOON).until(() -> letter(id).path("waiting").asLong() >= 2);
            anotherOrderIsConfirmed();
            waiting = letter(id).path("waiting").asLong();
            first.kill();
        }

        try (ChildProcess second = ChildProcess.of(PlatformProcess.class, data)) {
            signIn(url(second));
            assertThat(letter(id).path("waiting").asLong()).isEqualTo(waiting);
            assertThat(letter(id).at("/first/type").asString()).isEqualTo("PaymentAuthorized");
            assertThat(letter(id).at("/first/attempts").asInt()).isEqualTo(1);
            assertThat(letter(id).at("/first/payload").asString()).isEqualTo("{\"broken");
            assertThat(operator.post("/staff/orders/" + id + "/dispatch", "").status())
                    .isEqualTo(202);
            await().atMost(SOON).until(() -> letter(id).path("waiting").asLong() == waiting + 1);
            anotherOrderIsConfirmed();
            assertThat(book.events(id, "StockDispatched")).isZero();
            second.kill();
        }

        book.write(id, "PaymentAuthorized", payload);
        try (ChildProcess third = ChildProcess.of(PlatformProcess.class, data)) {
            signIn(url(third));
            assertThat(letter(id).path("waiting").asLong()).isEqualTo(waiting + 1);
            assertThat(operator.post(
                                    LIST + "/fulfilment/retries",
                                    "{\"sequence\":\"%s\",\"reason\":\"mended\"}".formatted(id))
                            .status())
                    .isEqualTo(204);
            await().atMost(SOON).until(() -> letter(id).isMissingNode());
            await().atMost(SOON).until(() -> book.events(id, "StockDispatched") == 1);
            third.kill();
        }
        for (String once : List.of("PaymentRequested", "PaymentCaptured", "StockReserved", "OrderConfirmed")) {
            assertThat(book.events(id, once)).as(once).isEqualTo(1);
        }
    }

    private static String url(ChildProcess platform) {
        await().atMost(SOON).until(() -> platform.told(PlatformProcess.URL).isPresent() || !platform.alive());
        return platform.told(PlatformProcess.URL).orElseThrow();
    }

    private void signIn(String url) throws Exception {
        operator = Api.signIn(url, Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
        customer = Api.signIn(url, Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
    }

    private void anotherOrderIsConfirmed() throws Exception {
        String other = customer.order("KIT-001", 1, Api.APPROVED_CARD).text("orderId");
        await().atMost(SOON).until(() -> customer.get("/orders/" + other).text("state"), "CONFIRMED"::equals);
    }

    /** What the saga has put aside of an order. */
    private JsonNode letter(String order) throws Exception {
        JsonNode sequences = operator.get(LIST).json().path("sequences");
        for (JsonNode sequence : sequences) {
            if (sequence.path("group").asString().equals("fulfilment")
                    && sequence.path("sequence").asString().equals(order)) {
                return sequence;
            }
        }
        return sequences.path("none");
    }
}

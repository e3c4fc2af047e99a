package io.daybook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An event of one order becomes unreadable in the book itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadLettersTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String LIST = "/staff/operations/dead-letters";
    private static final String PROCESSORS = "/staff/operations/processors";

    @TempDir
    private Path data;

    @Test
    void an_unreadable_event_holds_up_its_own_order_until_it_is_mended_and_loses_nothing() throws Exception {
        String id;
        try (Platform platform = Platform.start(data)) {
            Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
            id = customer.order("KIT-001", 1, Api.APPROVED_CARD).text("orderId");
            await().atMost(SOON).until(() -> customer.get("/orders/" + id).text("state"), "CONFIRMED"::equals);
        }
        BookFile book = new BookFile(data);
        byte[] payload = book.payload(id, "PaymentAuthorized");
        book.write(id, "PaymentAuthorized", "{\"broken".getBytes(StandardCharsets.UTF_8));
        book.readAgain("fulfilment");
        assertThat(data.resolve("views.mv").toFile().delete())
                .as("views are made anew")
                .isTrue();

        try (Platform platform = Platform.start(data)) {
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
            Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
            for (String group : List.of("orders", "fulfilments", "fulfilment")) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(body(operator)).contains(quoted(group)));
            }
            assertThat(body(operator)).contains(id, "PaymentAuthorized", "{\\\"broken");
            assertThat(customer.order("KIT-001", 1, Api.APPROVED_CARD).text("state"))
                    .as("another order meanwhile")
                    .isEqualTo("CONFIRMED");
        }

        try (Platform platform = Platform.start(data)) {
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
            Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
            await().atMost(SOON).untilAsserted(() -> assertThat(body(operator)).contains(quoted("fulfilment"), id));
            book.write(id, "PaymentAuthorized", payload);
            for (String group : List.of("orders", "fulfilments", "fulfilment", "payment-gateway")) {
                assertThat(operator.post(
                                        LIST + "/" + group + "/retries",
                                        "{\"sequence\":\"%s\",\"reason\":\"mended\"}".formatted(id))
                                .status())
                        .isEqualTo(204);
            }
            await().atMost(SOON).untilAsserted(() -> assertThat(body(operator)).doesNotContain(id));
            await().atMost(SOON).until(() -> customer.get("/orders/" + id).text("state"), "CONFIRMED"::equals);
            assertThat(operator.get("/staff/operations/audit?text=mended")
                            .response()
                            .body())
                    .contains("DeadLettersRetried");
        }
    }

    @Test
    void an_order_that_the_tier_policy_cannot_read_keeps_no_other_customer_from_a_tier() throws Exception {
        String id;
        try (Platform platform = Platform.start(data)) {
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
            Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
            await().atMost(SOON).until(() -> state(operator, "tier-policy"), "CAUGHT_UP"::equals);
            run(operator, "tier-policy", false);
            await().atMost(SOON).until(() -> state(operator, "tier-policy"), "STOPPED"::equals);
            id = customer.order("KIT-001", 1, Api.APPROVED_CARD).text("orderId");
            await().atMost(SOON).until(() -> customer.get("/orders/" + id).text("state"), "CONFIRMED"::equals);
            // A view that has not met the event by now would not be able to read it either.
            long confirmed =
                    customer.get("/orders/" + id).json().path("position").asLong();
            await().atMost(SOON).until(() -> allViewsAreAt(operator, confirmed));
        }
        BookFile book = new BookFile(data);
        byte[] payload = book.payload(id, "OrderConfirmed");
        book.write(id, "OrderConfirmed", "{\"broken".getBytes(StandardCharsets.UTF_8));

        try (Platform platform = Platform.start(data, "--daybook.tiers.vip-from=1")) {
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
            run(operator, "tier-policy", true);
            await().atMost(SOON).untilAsserted(() -> assertThat(body(operator)).contains(quoted("tier-policy"), id));
            operator.order("KIT-001", 1, Api.APPROVED_CARD);
            await().atMost(SOON).until(() -> book.events("TierEarned"), earned -> earned == 1);

            book.write(id, "OrderConfirmed", payload);
            operator.post(LIST + "/tier-policy/retries", "{\"sequence\":\"%s\",\"reason\":\"mended\"}".formatted(id));
            await().atMost(SOON).until(() -> book.events("TierEarned"), earned -> earned == 2);
            await().atMost(SOON).untilAsserted(() -> assertThat(body(operator)).doesNotContain(id));
        }
    }

    private static void run(Api operator, String processor, boolean running) throws Exception {
        String request = "{\"running\": %s, \"reason\": \"test\"}".formatted(running);
        assertThat(operator.send("PUT", PROCESSORS + "/" + processor, request).status())
                .isEqualTo(204);
    }

    private static boolean allViewsAreAt(Api operator, long position) throws Exception {
        List<JsonNode> views = new ArrayList<>();
        operator.get("/staff/operations/views").json().path("views").forEach(views::add);
        return !views.isEmpty()
                && views.stream().allMatch(view -> view.path("position").asLong() >= position);
    }

    private static String state(Api operator, String name) throws Exception {
        for (JsonNode processor : operator.get(PROCESSORS).json().path("processors")) {
            if (processor.path("name").asString().equals(name)) {
                return processor.path("segments").path(0).path("state").asString();
            }
        }
        return "unknown";
    }

    private static String quoted(String group) {
        return "\"group\":\"%s\"".formatted(group);
    }

    private static String body(Api operator) throws Exception {
        return operator.get(LIST).response().body();
    }
}

package io.daybook.standalone;

import static io.daybook.standalone.Api.APPROVED_CARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An operator stops, starts, splits, merges and releases event processors, while orders are placed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProcessorsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PROCESSORS = "/staff/operations/processors";

    @TempDir
    private Path data;

    @Test
    void a_view_that_is_stopped_falls_behind_stays_stopped_over_a_restart_and_catches_up() throws Exception {
        try (Platform platform = Platform.start(data)) {
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
            Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
            awaitState(operator, "customers", "CAUGHT_UP");

            run(operator, "customers", "{\"running\": false, \"reason\": \"test\"}");
            awaitState(operator, "customers", "STOPPED");
            placeOrder(customer);
            placeOrder(customer);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    only(operator, "customers").path("lag").asLong())
                            .isGreaterThan(8));
            assertThat(processor(operator, "customers")
                            .path("stopped")
                            .path("by")
                            .asString())
                    .isEqualTo(Platform.OPERATOR);
        }
        try (Platform platform = Platform.start(data)) {
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
            awaitState(operator, "customers", "STOPPED");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    only(operator, "customers").path("lag").asLong())
                            .isGreaterThan(8));
            await("how far it had come is known")
                    .atMost(SOON)
                    .until(() -> operator.get("/staff/operations/views/customers")
                                    .json()
                                    .path("position")
                                    .asLong(-1)
                            > 0);

            run(operator, "customers", "{\"running\": true, \"reason\": \"test\"}");

            awaitState(operator, "customers", "CAUGHT_UP");
            assertThat(operator.get("/staff/operations/audit").json().toString())
                    .contains("Stopped event processor customers", "Started event processor customers");
        }
    }

    @Test
    void a_segment_that_is_released_moves_to_the_other_instance() throws Exception {
        try (Platform platform = Platform.start(data)) {
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
            Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
            for (String processor : List.of("fulfilment", "payment-gateway", "stock")) {
                awaitState(operator, processor, "CAUGHT_UP");
                String before = only(operator, processor).path("instance").asString();

                act(operator, processor, 0, "RELEASE");

                await(processor)
                        .atMost(SOON)
                        .until(
                                () -> only(operator, processor).path("instance").asString(""),
                                now -> !now.isEmpty() && !now.equals(before));
                placeOrder(customer);
            }
        }
    }

    @Test
    void segments_are_split_and_merged_while_orders_are_placed_and_every_order_is_confirmed() throws Exception {
        try (Platform platform = Platform.start(data)) {
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
            Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
            assertThat(operator.post(
                                    "/staff/stock/KIT-001/adjustments",
                                    "{\"quantity\": 10000, \"reason\": \"test\", \"movementId\": \"test-1\"}")
                            .status())
                    .isBetween(200, 204);
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<List<String>> states =
                    CompletableFuture.supplyAsync(() -> placeOrdersUntil(enough, customer));

            try {
                for (String processor : List.of("fulfilment", "payment-gateway")) {
                    awaitState(operator, processor, "CAUGHT_UP");
                    act(operator, processor, 0, "SPLIT");
                    awaitSegments(operator, processor, 2);
                    bringTogether(operator, processor);
                    act(operator, processor, 0, "MERGE");
                    awaitSegments(operator, processor, 1);
                }
            } finally {
                enough.set(true);
            }

            assertThat(states.join()).isNotEmpty().containsOnly("CONFIRMED");
            placeOrder(customer);
        }
        try (Platform platform = Platform.start(data)) {
            placeOrder(Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD));
        }
    }

    private static List<String> placeOrdersUntil(AtomicBoolean enough, Api customer) {
        List<String> states = new ArrayList<>();
        try {
            while (!enough.get()) {
                JsonNode order = customer.order("KIT-001", 1, APPROVED_CARD).json();
                states.add(order.path("state").asString() + order.path("reason").asString(""));
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        return states;
    }

    /** Has one instance work on both halves, by releasing one where the two are apart. */
    private static void bringTogether(Api operator, String processor) throws Exception {
        while (instances(operator, processor).stream().distinct().count() > 1) {
            String before = instances(operator, processor).get(1);
            act(operator, processor, 1, "RELEASE");
            await("segment 1 of %s".formatted(processor))
                    .atMost(SOON)
                    .until(
                            () -> instances(operator, processor),
                            now -> now.size() == 2
                                    && !now.get(1).isEmpty()
                                    && !now.get(1).equals(before));
        }
    }

    @Test
    void what_would_do_harm_is_refused_with_the_reason() throws Exception {
        try (Platform platform = Platform.start(data)) {
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
            Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
            awaitState(operator, "stock", "CAUGHT_UP");
            awaitState(operator, "fulfilment", "CAUGHT_UP");

            assertThat(customer.get(PROCESSORS).status()).isEqualTo(403);
            refused(
                    operator.post(
                            PROCESSORS + "/stock/segments/0/actions", "{\"action\": \"SPLIT\", \"reason\": \"test\"}"),
                    400,
                    "one worker");
            refused(
                    operator.post(PROCESSORS + "/stock/segments/0/actions", "{\"action\": \"RELEASE\"}"),
                    400,
                    "reason");
            refused(
                    operator.post(
                            PROCESSORS + "/stock/segments/7/actions", "{\"action\": \"RELEASE\", \"reason\": \"t\"}"),
                    404,
                    "segment 7");
            refused(
                    operator.send("PUT", PROCESSORS + "/nobody", "{\"running\": false, \"reason\": \"test\"}"),
                    404,
                    "nobody");
            refused(
                    operator.send("PUT", PROCESSORS + "/fulfilment", "{\"running\": false, \"reason\": \"test\"}"),
                    400,
                    "orders are taken and none goes on");
            act(operator, "fulfilment", 0, "MERGE", "FAILED");
            placeOrder(customer);
        }
    }

    private static void refused(Api.Answer answer, int status, String why) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().toString()).contains(why);
    }

    private static void placeOrder(Api customer) throws Exception {
        assertThat(customer.order("KIT-001", 1, APPROVED_CARD).text("state")).isEqualTo("CONFIRMED");
    }

    private static void run(Api operator, String processor, String request) throws Exception {
        assertThat(operator.send("PUT", PROCESSORS + "/" + processor, request).status())
                .isEqualTo(204);
    }

    private static void act(Api operator, String processor, int segment, String action) throws Exception {
        act(operator, processor, segment, action, "DONE");
    }

    private static void act(Api operator, String processor, int segment, String action, String outcome)
            throws Exception {
        Api.Answer answer = operator.post(
                "%s/%s/segments/%d/actions".formatted(PROCESSORS, processor, segment),
                "{\"action\": \"%s\", \"reason\": \"test\"}".formatted(action));
        assertThat(answer.status()).isEqualTo(202);
        String id = answer.text("action");
        await("%s of %s".formatted(action, processor))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(outcome(operator, id)).startsWith(outcome));
    }

    private static String outcome(Api operator, String id) throws Exception {
        for (JsonNode action : operator.get(PROCESSORS).json().path("actions")) {
            if (action.path("id").asString().equals(id)) {
                return action.path("state").asString() + ": "
                        + action.path("note").asString();
            }
        }
        return "unknown";
    }

    private static void awaitState(Api operator, String processor, String state) {
        await("%s is %s".formatted(processor, state))
                .atMost(SOON)
                .untilAsserted(
                        () -> assertThat(only(operator, processor).path("state").asString())
                                .isEqualTo(state));
    }

    private static void awaitSegments(Api operator, String processor, int number) {
        await("%s has %d segments".formatted(processor, number))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(instances(operator, processor))
                        .hasSize(number)
                        .doesNotContain(""));
    }

    private static List<String> instances(Api operator, String processor) throws Exception {
        List<String> instances = new ArrayList<>();
        processor(operator, processor)
                .path("segments")
                .forEach(segment -> instances.add(segment.path("instance").asString("")));
        return instances;
    }

    private static JsonNode only(Api operator, String processor) throws Exception {
        return processor(operator, processor).path("segments").path(0);
    }

    private static JsonNode processor(Api operator, String name) throws Exception {
        JsonNode all = operator.get(PROCESSORS).json();
        for (JsonNode processor : all.path("processors")) {
            if (processor.path("name").asString().equals(name)) {
                return processor;
            }
        }
        return all.path("none");
    }
}

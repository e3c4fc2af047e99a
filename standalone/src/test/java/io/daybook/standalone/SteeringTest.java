package io.daybook.standalone;

import static io.daybook.standalone.Api.APPROVED_CARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An operator takes instances out and lets them take part again, while orders are placed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SteeringTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String INSTANCES = "/staff/operations/instances";

    @TempDir
    private Path data;

    @Test
    void the_work_of_an_instance_that_is_taken_out_moves_and_no_order_fails() throws Exception {
        try (Platform platform = Platform.start(data)) {
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
            Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
            placeOrdersUntilOneComesTo("order-2", platform, customer);

            takeOut(operator, "order-2");
            takeOut(operator, instanceThatWorksOn(operator, "payment-gateway"));
            takeOut(operator, instanceThatWorksOn(operator, "orders"));
            takeOut(operator, instanceThatWorksOn(operator, "fulfilment"));
            long before = handled(platform, "order-2");

            placeOrders(customer);

            assertThat(handled(platform, "order-2")).isEqualTo(before);
        }
        try (Platform platform = Platform.start(data)) {
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
            Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
            await("what was decided is remembered")
                    .atMost(SOON)
                    .until(() -> instance(operator, "order-2")
                            .path("participation")
                            .asString()
                            .equals("DISABLED"));

            steer(operator, "order-2", "{\"participation\": \"FULL\", \"loadFactor\": 300, \"reason\": \"test\"}");
            await().atMost(SOON)
                    .until(() ->
                            instance(operator, "order-2").path("loadFactor").asInt() == 300);
            placeOrdersUntilOneComesTo("order-2", platform, customer);

            String gateway = instanceThatWorksOn(operator, "payment-gateway");
            steer(operator, theOtherOf(gateway), "{\"participation\": \"FULL\", \"reason\": \"test\"}");
            await().atMost(SOON)
                    .until(() -> instance(operator, theOtherOf(gateway))
                            .path("participation")
                            .asString()
                            .equals("FULL"));
            takeOut(operator, gateway);
            placeOrders(customer);
            await().atMost(SOON)
                    .until(() ->
                            instancesThatWorkOn(operator, "payment-gateway").equals(List.of(theOtherOf(gateway))));
        }
    }

    private static String theOtherOf(String instance) {
        return instance.endsWith("1") ? instance.replace('1', '2') : instance.replace('2', '1');
    }

    @Test
    void bad_steering_is_refused_by_the_name_of_the_field() throws Exception {
        try (Platform platform = Platform.start(data)) {
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
            Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
            await().atMost(SOON).until(() -> !instance(operator, "order-2").isMissingNode());

            assertThat(customer.get(INSTANCES).status()).isEqualTo(403);
            assertThat(put(operator, "nobody-1", "{\"participation\": \"DISABLED\", \"reason\": \"test\"}")
                            .status())
                    .isEqualTo(404);
            refused(operator, "{\"participation\": \"DISABLED\"}", "reason");
            refused(operator, "{\"reason\": \"test\"}", "participation");
            refused(operator, "{\"loadFactor\": 0, \"reason\": \"test\"}", "loadFactor");
            assertThat(operator.send("PUT", "/staff/operations/query-strategy", "{\"reason\": \"test\"}")
                            .status())
                    .isEqualTo(400);
            assertThat(operator.send(
                                    "PUT",
                                    "/staff/operations/query-strategy",
                                    "{\"strategy\": \"LEAST_BUSY\", \"reason\": \"test\"}")
                            .status())
                    .isEqualTo(204);
            await().atMost(SOON)
                    .until(() -> operator.get(INSTANCES).text("queryStrategy").equals("LEAST_BUSY"));
        }
    }

    private static void refused(Api operator, String steering, String field) throws Exception {
        Api.Answer answer = put(operator, "order-2", steering);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    private static void placeOrders(Api customer) throws Exception {
        for (int number = 0; number < 8; number++) {
            assertThat(customer.order("KIT-001", 1, APPROVED_CARD).text("state"))
                    .isEqualTo("CONFIRMED");
        }
    }

    /** Which instance an order comes to is left to the order's number. */
    private static void placeOrdersUntilOneComesTo(String instance, Platform platform, Api customer) throws Exception {
        for (int tries = 0; handled(platform, instance) == 0; tries++) {
            assertThat(tries).as("rounds of orders without one for " + instance).isLessThan(10);
            placeOrders(customer);
        }
    }

    private static void takeOut(Api operator, String instance) throws Exception {
        steer(operator, instance, "{\"participation\": \"DISABLED\", \"reason\": \"test\"}");
        await().atMost(SOON)
                .until(() -> instance(operator, instance)
                        .path("participation")
                        .asString()
                        .equals("DISABLED"));
    }

    private static void steer(Api operator, String instance, String steering) throws Exception {
        assertThat(put(operator, instance, steering).status()).isEqualTo(204);
    }

    private static Api.Answer put(Api operator, String instance, String steering) throws Exception {
        return operator.send("PUT", INSTANCES + "/" + instance, steering);
    }

    private static JsonNode instance(Api operator, String name) throws Exception {
        for (JsonNode instance : operator.get(INSTANCES).json().path("instances")) {
            if (instance.path("name").asString().equals(name)) {
                return instance;
            }
        }
        return operator.get(INSTANCES).json().path("none");
    }

    /** Whoever says so first: between two instances there is a moment when neither does. */
    private static String instanceThatWorksOn(Api operator, String processor) {
        return await(processor)
                .atMost(SOON)
                .until(() -> instancesThatWorkOn(operator, processor), names -> names.size() == 1)
                .get(0);
    }

    private static List<String> instancesThatWorkOn(Api operator, String processor) throws Exception {
        List<String> names = new ArrayList<>();
        for (JsonNode instance : operator.get(INSTANCES).json().path("instances")) {
            for (JsonNode each : instance.path("processors")) {
                if (each.asString().equals(processor)) {
                    names.add(instance.path("name").asString());
                }
            }
        }
        return names;
    }

    private static long handled(Platform platform, String instance) {
        return platform
                .bean(MeterRegistry.class)
                .find("daybook.commands")
                .tag("command", "PlaceOrder")
                .tag("instance.name", instance)
                .timers()
                .stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }
}

package io.daybook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What operators break on purpose is really broken, and mends: on the whole platform, by the API. */
class FaultsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String FAULTS = "/staff/operations/faults";
    private static final String APPROVED_CARD = "4242424242424242";

    @TempDir
    private Path data;

    @Test
    void every_fault_is_felt_and_is_over_when_it_ends() throws Exception {
        try (Platform platform = Platform.start(data)) {
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
            Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);

            a_provider_that_declines(operator, customer);
            a_provider_that_is_down(operator, customer);
            a_view_that_is_paused(operator, customer);
            errors_that_pass(operator, customer);
            an_instance_that_dies(operator, customer);

            assertThat(operator.get("/staff/operations/audit?text=injected")
                            .json()
                            .path("total")
                            .asInt())
                    .isGreaterThanOrEqualTo(5);
        }
    }

    private static void a_provider_that_declines(Api operator, Api customer) throws Exception {
        String fault = inject(operator, "\"kind\": \"PROVIDER\", \"behaviour\": \"DECLINING\"");
        await("it declines").atMost(SOON).until(() -> state(customer).equals("REJECTED"));
        end(operator, fault);
        await("it takes money again").atMost(SOON).until(() -> state(customer).equals("CONFIRMED"));
    }

    private static void a_provider_that_is_down(Api operator, Api customer) throws Exception {
        String fault = inject(operator, "\"kind\": \"PROVIDER\", \"behaviour\": \"DOWN\"");
        List<String> waiting = new ArrayList<>();
        await("an order waits").atMost(SOON).until(() -> {
            Api.Answer order = customer.order("KIT-001", 1, APPROVED_CARD, "down-" + waiting.size(), 1);
            waiting.add(order.text("orderId"));
            return order.text("state").equals("PLACED");
        });
        end(operator, fault);
        await("it is paid once the provider is back")
                .atMost(SOON)
                .until(() -> customer.get("/orders/" + waiting.get(waiting.size() - 1))
                        .text("state")
                        .equals("CONFIRMED"));
    }

    private static void a_view_that_is_paused(Api operator, Api customer) throws Exception {
        String fault = inject(operator, "\"kind\": \"VIEW_PAUSED\", \"view\": \"stock\"");
        await("nobody works on it")
                .atMost(SOON)
                .until(() -> instances(operator).stream()
                        .noneMatch(instance ->
                                instance.path("processors").toString().contains("\"stock\"")));
        int shown = available(customer);
        assertThat(state(customer)).isEqualTo("CONFIRMED");
        assertThat(available(customer)).isEqualTo(shown);
        end(operator, fault);
        await("it catches up").atMost(SOON).until(() -> available(customer) < shown);
    }

    private static void errors_that_pass(Api operator, Api customer) throws Exception {
        String fault = inject(
                operator,
                "\"kind\": \"ERRORS\", \"service\": \"inventory\", \"message\": \"ReserveStock\", \"percent\": 30");
        for (int number = 0; number < 6; number++) {
            assertThat(state(customer)).isEqualTo("CONFIRMED");
        }
        end(operator, fault);
    }

    private static void an_instance_that_dies(Api operator, Api customer) throws Exception {
        String busy = instances(operator).stream()
                .filter(instance -> instance.path("processors").toString().contains("\"fulfilment\""))
                .findFirst()
                .orElseThrow()
                .path("name")
                .asString();
        String born = instance(operator, busy).path("startedAt").asString();
        var buyers = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<String>> orders = new ArrayList<>();
            for (int number = 0; number < 12; number++) {
                orders.add(CompletableFuture.supplyAsync(() -> unchecked(customer), buyers));
            }
            String fault = inject(operator, "\"kind\": \"CRASH\", \"instance\": \"" + busy + "\"");
            assertThat(orders).map(CompletableFuture::join).containsOnly("CONFIRMED");
            await("it is dead")
                    .atMost(SOON)
                    .until(() ->
                            instance(operator, busy).path("troubles").toString().contains("No sign of life"));
            assertThat(state(customer)).isEqualTo("CONFIRMED");
            end(operator, fault);
        } finally {
            buyers.shutdownNow();
        }
        await("it is started again").atMost(SOON).untilAsserted(() -> {
            JsonNode instance = instance(operator, busy);
            assertThat(instance.path("startedAt").asString()).isNotEqualTo(born);
            assertThat(instance.path("troubles")).isEmpty();
        });
        assertThat(state(customer)).isEqualTo("CONFIRMED");
    }

    private static String unchecked(Api customer) {
        try {
            return state(customer);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String state(Api customer) throws Exception {
        return customer.order("KIT-001", 1, APPROVED_CARD).text("state");
    }

    private static int available(Api customer) throws Exception {
        return customer.get("/products/KIT-001")
                .json()
                .path("stock")
                .path("available")
                .intValue();
    }

    private static String inject(Api operator, String fault) throws Exception {
        Api.Answer answer = operator.post(FAULTS, "{" + fault + ", \"seconds\": 600, \"reason\": \"test\"}");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("fault");
    }

    private static void end(Api operator, String fault) throws Exception {
        await().atMost(SOON)
                .until(() -> operator.send("DELETE", FAULTS + "/" + fault + "?reason=test", "")
                                .status()
                        == 204);
    }

    private static List<JsonNode> instances(Api operator) throws Exception {
        List<JsonNode> instances = new ArrayList<>();
        operator.get("/staff/operations/instances").json().path("instances").forEach(instances::add);
        return instances;
    }

    private static JsonNode instance(Api operator, String name) throws Exception {
        return instances(operator).stream()
                .filter(instance -> instance.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

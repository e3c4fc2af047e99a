package io.daybook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.Fault.ViewPause;
import io.daybook.api.operations.FaultId;
import io.daybook.api.operations.OperationsCommand.EndFault;
import io.daybook.api.operations.OperationsCommand.InjectFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the three ways to show stock say while the view of it learns nothing new. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsistencyTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SKU = "KIT-001";
    private static final String SETTING = "/staff/operations/stock-consistency";
    private static final List<String> ALL = List.of("EVENTUAL", "READ_YOUR_WRITES", "STRONG");

    @TempDir
    private Path data;

    @Test
    void they_differ_while_the_view_is_paused_and_agree_afterwards() throws Exception {
        try (Platform platform = Platform.start(data)) {
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
            CommandGateway commands = platform.bean(CommandGateway.class);
            await("the view has all that the demo began with")
                    .atMost(SOON)
                    .until(() -> staleness(operator).path("events").asLong() == 0);
            int before = available(operator, "STRONG");
            assertThat(before).isPositive();
            assertThat(available(operator, "EVENTUAL")).isEqualTo(before);

            FaultId fault = pauseTheView(commands);
            await("nobody works on the view").atMost(SOON).until(() -> !somebodyWorksOnStock(operator));
            receive(operator, 7);

            int after = before + 7;
            assertThat(available(operator, "EVENTUAL")).isEqualTo(before);
            assertThat(updating(operator, "EVENTUAL")).isFalse();
            await("the stock itself has been counted")
                    .atMost(SOON)
                    .until(() -> available(operator, "STRONG") == after && !updating(operator, "STRONG"));
            assertThat(available(operator, "READ_YOUR_WRITES")).isEqualTo(before);
            assertThat(updating(operator, "READ_YOUR_WRITES")).isTrue();
            await("what the view has not taken grows older")
                    .atMost(SOON)
                    .until(() -> staleness(operator).path("events").asLong() > 0
                            && staleness(operator).path("millis").asLong() > 500);

            commands.sendAndWait(new EndFault(ControlsId.ALL, fault, "seen enough", "test"));
            for (String consistency : ALL) {
                await(consistency)
                        .atMost(SOON)
                        .until(() -> available(operator, consistency) == after && !updating(operator, consistency));
            }
            await().atMost(SOON).until(() -> staleness(operator).path("millis").asLong() == 0);
        }
    }

    @Test
    void the_choice_holds_for_the_whole_shop_and_after_a_restart() throws Exception {
        try (Platform platform = Platform.start(data)) {
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
            Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
            assertThat(customer.get(SETTING).status()).isEqualTo(403);
            assertThat(operator.send("PUT", SETTING, "{\"consistency\": \"STRONG\"}")
                            .status())
                    .isEqualTo(400);
            assertThat(operator.send("PUT", SETTING, "{\"consistency\": \"STRONG\", \"reason\": \"test\"}")
                            .status())
                    .isEqualTo(204);
            awaitStrong(operator, customer);
            assertThat(customer.order(SKU, 1, Api.APPROVED_CARD).text("state")).isEqualTo("CONFIRMED");
        }
        try (Platform platform = Platform.start(data)) {
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
            awaitStrong(operator, Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD));
        }
    }

    private static void awaitStrong(Api operator, Api customer) {
        await().atMost(SOON).until(() -> operator.get(SETTING).text("consistency"), "STRONG"::equals);
        await().atMost(SOON).until(() -> {
            JsonNode freshness = customer.get("/products/" + SKU).json().path("freshness");
            return freshness.path("consistency").asString().equals("STRONG")
                    && !freshness.path("updating").asBoolean();
        });
    }

    private static FaultId pauseTheView(CommandGateway commands) {
        FaultId fault = FaultId.next();
        commands.sendAndWait(new InjectFault(
                ControlsId.ALL,
                fault,
                new ViewPause("stock"),
                Duration.ofMinutes(10),
                "to see the difference",
                "test"));
        return fault;
    }

    private static boolean somebodyWorksOnStock(Api operator) throws Exception {
        for (JsonNode instance :
                operator.get("/staff/operations/instances").json().path("instances")) {
            for (JsonNode processor : instance.path("processors")) {
                if (processor.asString().equals("stock")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void receive(Api operator, int quantity) throws Exception {
        String body = "[{\"sku\": \"%s\", \"quantity\": %d, \"reason\": \"delivery\"}]".formatted(SKU, quantity);
        Api.Answer answer = operator.post(
                "/staff/stock", body, "Idempotency-Key", UUID.randomUUID().toString(), "Prefer", "wait=30");
        assertThat(answer.text("state")).isEqualTo("DONE");
    }

    private static int available(Api reader, String consistency) throws Exception {
        return read(reader, consistency).at("/stock/available").asInt();
    }

    private static boolean updating(Api reader, String consistency) throws Exception {
        return read(reader, consistency).at("/freshness/updating").asBoolean();
    }

    private static JsonNode read(Api reader, String consistency) throws Exception {
        return reader.get("/products/" + SKU + "?consistency=" + consistency).json();
    }

    private static JsonNode staleness(Api operator) throws Exception {
        return operator.get(SETTING).json().at("/measurements/staleness");
    }
}

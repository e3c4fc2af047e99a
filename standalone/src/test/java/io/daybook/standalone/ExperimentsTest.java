package io.daybook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every experiment, smaller than usual, on the platform as it is: it passes, and with a seeded failure it does not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExperimentsTest {

    private static final Duration LONG = Duration.ofMinutes(4);
    private static final String EXPERIMENTS = "/staff/operations/experiments";

    @TempDir
    private static Path data;

    private static Platform platform;
    private static Api operator;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(
                data,
                "--daybook.experiments.grace=5s",
                "--daybook.experiments.failover.orders=60",
                "--daybook.experiments.failover.over=6s",
                "--daybook.experiments.load-distribution.orders=200",
                "--daybook.experiments.priority.standard=200",
                "--daybook.experiments.priority.vip=10",
                "--daybook.experiments.consistency.writes=5",
                "--daybook.experiments.consistency.bound=5s",
                "--daybook.experiments.oversell.orders=200",
                "--daybook.experiments.oversell.units=20",
                "--daybook.experiments.payment-outage.orders=20",
                "--daybook.experiments.payment-outage.outage=6s",
                "--daybook.experiments.crash.orders=60",
                "--daybook.experiments.crash.over=8s");
        operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
        await().atMost(LONG).until(() -> whatCannotBeRun().isEmpty());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static List<String> whatCannotBeRun() throws Exception {
        List<String> obstacles = new ArrayList<>();
        for (JsonNode experiment : operator.get(EXPERIMENTS).json().path("experiments")) {
            if (!experiment.path("obstacle").isNull()) {
                obstacles.add(experiment.path("obstacle").asString());
            }
        }
        return obstacles;
    }

    /** Priority is told apart below: it is for the platform to have. */
    @ParameterizedTest
    @ValueSource(strings = {"oversell", "load-distribution", "failover", "consistency", "payment-outage", "crash"})
    void what_is_expected_happens(String experiment) throws Exception {
        JsonNode run = run(experiment, false);

        assertThat(run.path("state").asString())
                .as(run.path("checks").toString())
                .isEqualTo("PASSED");
        assertCleanedUp(run);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"oversell", "load-distribution", "failover", "priority", "consistency", "payment-outage", "crash"
            })
    void a_seeded_failure_is_found(String experiment) throws Exception {
        JsonNode run = run(experiment, true);

        assertThat(run.path("state").asString())
                .as(run.path("checks").toString())
                .isEqualTo("FAILED");
        assertCleanedUp(run);
    }

    @Test
    void priority_comes_to_a_verdict() throws Exception {
        JsonNode run = run("priority", false);

        assertThat(run.path("state").asString()).isIn("PASSED", "FAILED");
        assertThat(run.path("checks").path(0).path("holds").asBoolean()).isTrue();
        assertThat(run.path("checks").path(1).path("holds").asBoolean()).isTrue();
        assertCleanedUp(run);
    }

    @Test
    void there_is_one_run_at_a_time_which_can_be_aborted() throws Exception {
        Api.Answer begun = begin("failover", false);
        String id = begun.text("run");
        assertThat(begun.header("Location")).isEqualTo("/api/v1" + EXPERIMENTS + "/runs/" + id);

        Api.Answer second = begin("oversell", false);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("detail")).contains(id);
        assertThat(operator.post(EXPERIMENTS + "/runs/" + id + "/abort", "").status())
                .isEqualTo(202);

        JsonNode run = awaitEnd(id);
        assertThat(run.path("state").asString()).isEqualTo("ABORTED");
        assertThat(run.path("steps").findValuesAsString("text"))
                .contains("Aborted by %s.".formatted(Platform.OPERATOR));
        assertCleanedUp(run);
        assertThat(operator.post(EXPERIMENTS + "/runs/" + id + "/abort", "").status())
                .isEqualTo(409);
    }

    @Test
    void what_makes_no_sense_is_refused() throws Exception {
        Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);

        assertThat(customer.get(EXPERIMENTS).status()).isEqualTo(403);
        assertThat(operator.post(EXPERIMENTS + "/oversell/runs", "{}").status()).isEqualTo(400);
        assertThat(operator.post(EXPERIMENTS + "/nonsense/runs", "{\"reason\": \"test\"}")
                        .status())
                .isEqualTo(404);
        assertThat(operator.get(EXPERIMENTS + "/runs/nonsense").status()).isEqualTo(404);
    }

    private static JsonNode run(String experiment, boolean sabotage) throws Exception {
        Api.Answer begun = begin(experiment, sabotage);
        assertThat(begun.status()).as(begun.json().toString()).isEqualTo(202);
        return awaitEnd(begun.text("run"));
    }

    /** The last run has its instances back, but they may not all have said so. */
    private static Api.Answer begin(String experiment, boolean sabotage) throws Exception {
        await().atMost(LONG).until(() -> whatCannotBeRun().isEmpty());
        return operator.post(
                EXPERIMENTS + "/" + experiment + "/runs",
                "{\"reason\": \"test\", \"sabotage\": %s}".formatted(sabotage));
    }

    private static JsonNode awaitEnd(String id) throws Exception {
        await().atMost(LONG)
                .until(() -> operator.get(EXPERIMENTS + "/runs/" + id)
                        .json()
                        .path("over")
                        .asBoolean());
        await().atMost(LONG)
                .until(() -> operator.get(EXPERIMENTS).json().path("underWay").isNull());
        return operator.get(EXPERIMENTS + "/runs/" + id).json();
    }

    /** No open order, no stock, nothing taken out; and the warehouse of the shop never knew. */
    private static void assertCleanedUp(JsonNode run) throws Exception {
        assertThat(run.path("putBack").isEmpty()).isTrue();
        EventStore log = platform.bean(EventStore.class);
        String id = run.path("run").asString();
        for (int number = 1; number <= 300; number++) {
            List<String> story = log.readEvents("exp-%s-%d".formatted(id, number))
                    .asStream()
                    .map(event -> event.getPayloadType().getSimpleName())
                    .toList();
            if (!story.isEmpty()) {
                assertThat(story).containsAnyOf("OrderCancelled", "OrderRejected");
            }
        }
        assertThat(operator.get("/staff/stock/EXP-%s-1".formatted(id))
                        .json()
                        .path("movements")
                        .isEmpty())
                .isTrue();
        await("all instances have said that they have their share back")
                .atMost(LONG)
                .until(() -> loadFactors().equals(Set.of(100)));
    }

    private static Set<Integer> loadFactors() throws Exception {
        Set<Integer> factors = new HashSet<>();
        operator.get("/staff/operations/instances")
                .json()
                .path("instances")
                .forEach(instance -> factors.add(instance.path("loadFactor").asInt()));
        return factors;
    }
}

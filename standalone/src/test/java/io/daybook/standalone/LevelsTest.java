package io.daybook.standalone;

import static io.daybook.standalone.Api.APPROVED_CARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.operations.Niceness;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An operator changes what orders are promised and how capacity is shared, while the platform runs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LevelsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LEVELS = "/staff/operations/service-levels";
    private static final String CAPACITY = "/staff/operations/capacity";

    @TempDir
    private Path data;

    @Test
    void what_is_decided_holds_everywhere_and_after_a_restart() throws Exception {
        try (Platform platform = Platform.start(data)) {
            Api operator = operator(platform);
            Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
            assertThat(customer.order("KIT-001", 1, APPROVED_CARD).text("state"))
                    .isEqualTo("CONFIRMED");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(attained(operator, "STANDARD")
                                    .path("orders")
                                    .asInt())
                            .isPositive());
            allInstancesGuarantee(operator, "VIP", 2);

            assertThat(operator.send("PUT", CAPACITY, """
                            {"vip": 50, "standard": 25, "automatic": false, "least": 10, "most": 60, "reason": "test"}""").status()).isEqualTo(204);
            assertThat(operator.send("PUT", LEVELS + "/VIP", """
                            {"percent": 90, "millis": 5000, "reason": "test"}""").status()).isEqualTo(204);

            allInstancesGuarantee(operator, "VIP", 4);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(level(operator, "VIP")
                                    .path("level")
                                    .path("millis")
                                    .asInt())
                            .isEqualTo(5_000));
        }
        try (Platform platform = Platform.start(data)) {
            Api operator = operator(platform);
            allInstancesGuarantee(operator, "VIP", 4);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(level(operator, "VIP")
                                    .path("level")
                                    .path("percent")
                                    .asInt())
                            .isEqualTo(90));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void threads_for_standard_orders_give_way_to_those_for_vip_orders() throws Exception {
        try (Platform platform = Platform.start(data)) {
            assertThat(platform.bean(Niceness.class).standard()).isEqualTo(19);
            assertThat(niceness("fulfilment")).isNotEmpty().containsOnly(19);
            int usual = niceness(Path.of("/proc/thread-self"));
            assertThat(niceness("fulfilment-vip")).isNotEmpty().containsOnly(usual);
            assertThat(niceness("view-orders")).isNotEmpty().containsOnly(usual);
        }
    }

    /** Of all threads with this name. */
    private static List<Integer> niceness(String name) throws IOException {
        List<Integer> all = new ArrayList<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path thread : threads) {
                if (name.equals(nameOf(thread))) {
                    all.add(niceness(thread));
                }
            }
        }
        return all;
    }

    /** The 17th field after the name, which is in brackets. */
    private static int niceness(Path thread) throws IOException {
        String stat = Files.readString(thread.resolve("stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
    }

    /** Empty for one that has ended meanwhile. */
    private static String nameOf(Path thread) throws IOException {
        try {
            return Files.readString(thread.resolve("comm")).strip();
        } catch (IOException ended) {
            if (Files.exists(thread)) {
                throw ended;
            }
            return "";
        }
    }

    @Test
    void what_cannot_be_is_refused_by_the_name_of_the_field() throws Exception {
        try (Platform platform = Platform.start(data)) {
            Api operator = operator(platform);

            refused(operator, CAPACITY, """
                    {"vip": 60, "standard": 50, "automatic": true, "least": 10, "most": 70, "reason": "test"}""", "standard");
            refused(operator, CAPACITY, """
                    {"vip": 60, "standard": 20, "automatic": true, "least": 10, "most": 50, "reason": "test"}""", "vip");
            refused(operator, CAPACITY, """
                    {"vip": 30, "standard": 20, "least": 10, "most": 50, "reason": "test"}""", "automatic");
            refused(operator, CAPACITY, """
                    {"vip": 30, "standard": 20, "automatic": true, "least": 10, "most": 50}""", "reason");
            refused(operator, LEVELS + "/VIP", """
                    {"percent": 101, "millis": 5000, "reason": "test"}""", "percent");
            refused(operator, LEVELS + "/VIP", """
                    {"percent": 99, "millis": 5001, "reason": "test"}""", "millis");
            refused(operator, LEVELS + "/VIP", """
                    {"millis": 5000, "reason": "test"}""", "percent");
            assertThat(operator.send("PUT", LEVELS + "/GOLD", """
                            {"percent": 99, "millis": 5000, "reason": "test"}""").status()).isEqualTo(400);
        }
    }

    private static Api operator(Platform platform) throws Exception {
        return Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
    }

    private static void allInstancesGuarantee(Api operator, String tier, int threads) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(threadsGuaranteed(operator, tier))
                        .isNotEmpty()
                        .allSatisfy(
                                (instance, guaranteed) -> assertThat(guaranteed).isEqualTo(threads)));
    }

    /** By instance. */
    private static Map<String, Integer> threadsGuaranteed(Api operator, String tier) throws Exception {
        return stream(operator.get(CAPACITY).json().path("lines"))
                .filter(line -> line.path("line").asString().equals("commands"))
                .collect(Collectors.toMap(
                        line -> line.path("instance").asString(),
                        line -> stream(line.path("tiers"))
                                .filter(report -> report.path("tier").asString().equals(tier))
                                .mapToInt(report -> report.path("guaranteed").asInt())
                                .sum()));
    }

    private static JsonNode level(Api operator, String tier) throws Exception {
        return stream(operator.get(LEVELS).json())
                .filter(level -> level.path("tier").asString().equals(tier))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode attained(Api operator, String tier) throws Exception {
        return level(operator, tier).path("attained").path(0);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static void refused(Api operator, String path, String body, String field) throws Exception {
        Api.Answer answer = operator.send("PUT", path, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }
}

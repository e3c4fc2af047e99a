package io.daybook.standalone;

import static io.daybook.standalone.Api.APPROVED_CARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Somebody changes views and the provider's books behind the platform's back; the auditor says so, and mends it when told to. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditorTest {

    private static final Duration LONG = Duration.ofSeconds(120);
    /** Whatever differs in a small shop is found within this. */
    private static final Duration FOUND = Duration.ofSeconds(30);

    private static final String AUDITOR = "/staff/operations/auditor";

    /** The next order of a product would write over its entry, and the difference be gone without a repair. */
    private static final String UNORDERED = "MAIN:TOY-001";

    @TempDir
    private Path data;

    @Test
    void what_was_changed_behind_its_back_is_found_and_repaired_while_orders_are_placed() throws Exception {
        try (Platform platform =
                Platform.start(data, "--daybook.auditor.share=0.5", "--daybook.auditor.least-rest=10ms")) {
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
            Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
            String changed = order(customer);
            String dropped = order(customer);
            String untaken = order(customer);
            awaitFirstRound(operator);
            assertThat(open(operator)).isEmpty();

            try (MongoClient client = MongoClients.create(platform.views())) {
                MongoDatabase database = client.getDatabase("views");
                database.getCollection("orders")
                        .updateOne(Filters.eq("_id", changed), Updates.set("state", "REJECTED"));
                database.getCollection("orders").deleteOne(Filters.eq("_id", dropped));
                database.getCollection("stock")
                        .updateOne(Filters.eq("_id", UNORDERED), Updates.set("terms", java.util.List.of()));
            }
            provider("UPDATE payment SET status = 'AUTHORIZED' WHERE key = ?", "payment-" + untaken);

            Map<String, String> expected = Map.of(
                    "orders:" + changed,
                    "ENTRY_CORRUPT",
                    "orders:" + dropped,
                    "ENTRY_MISSING",
                    "stock:" + UNORDERED,
                    "ENTRY_CORRUPT",
                    "payments:payment-" + untaken,
                    "PAYMENT_STATE");
            await().atMost(FOUND).until(() -> open(operator).equals(expected));
            for (String finding : expected.keySet()) {
                String remedy = finding.startsWith("payments") ? "CAPTURE_AGAIN" : "REBUILD_ENTRY";
                assertThat(operator.post(
                                        AUDITOR + "/findings/" + finding + "/repair",
                                        "{\"remedy\": \"%s\", \"reason\": \"a test\"}".formatted(remedy))
                                .status())
                        .isEqualTo(202);
                order(customer);
            }
            await().atMost(LONG).until(() -> open(operator).isEmpty());
            for (String finding : expected.keySet()) {
                assertThat(operator.get(AUDITOR + "/findings/" + finding).text("state"))
                        .isEqualTo("REPAIRED");
            }
            assertThat(customer.get("/orders/" + changed).text("state")).isEqualTo("CONFIRMED");
            assertThat(customer.get("/orders/" + dropped).text("state")).isEqualTo("CONFIRMED");
            assertThat(operator.get("/staff/operations/audit?text=repaired")
                            .json()
                            .path("total")
                            .asInt())
                    .isEqualTo(expected.size());
        }
    }

    private static String order(Api customer) throws Exception {
        Api.Answer answer = customer.order("KIT-001", 1, APPROVED_CARD);
        assertThat(answer.text("state")).isEqualTo("CONFIRMED");
        return answer.text("orderId");
    }

    private static void awaitFirstRound(Api operator) {
        await().atMost(LONG).until(() -> {
            JsonNode walks = operator.get(AUDITOR).json().path("walks");
            for (JsonNode walk : walks) {
                if (walk.path("previous").isNull()) {
                    return false;
                }
            }
            return walks.size() == 7;
        });
    }

    private static Map<String, String> open(Api operator) throws Exception {
        Map<String, String> open = new TreeMap<>();
        for (JsonNode finding :
                operator.get(AUDITOR + "/findings?state=OPEN").json().path("findings")) {
            open.put(finding.path("id").asString(), finding.path("kind").asString());
        }
        return open;
    }

    private void provider(String statement, String key) throws Exception {
        try (Connection books = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("payments.db"));
                PreparedStatement change = books.prepareStatement(statement)) {
            change.setString(1, key);
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }
}

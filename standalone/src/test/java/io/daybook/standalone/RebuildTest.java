package io.daybook.standalone;

import static io.daybook.standalone.Api.APPROVED_CARD;
import static io.daybook.standalone.Api.DECLINED_CARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Views are made again from the log of real orders, and nothing that was done is done again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RebuildTest {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String VIEWS = "/staff/operations/views";

    @TempDir
    private Path data;

    @Test
    void rebuilding_every_view_sends_no_command_and_asks_for_no_payment() throws Exception {
        try (Platform platform = Platform.start(data)) {
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
            Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
            for (int i = 0; i < 5; i++) {
                assertThat(customer.order("KIT-001", 1, APPROVED_CARD).text("state"))
                        .isEqualTo("CONFIRMED");
            }
            assertThat(customer.order("KIT-001", 1, DECLINED_CARD).text("state"))
                    .isEqualTo("REJECTED");
            String books = books(platform);
            long head = head(platform);
            Overheard overheard = Overheard.at(platform);

            List<String> names = new ArrayList<>();
            for (JsonNode view : views(operator)) {
                String name = view.path("view").asString();
                names.add(name);
                assertThat(operator.post(
                                        VIEWS + "/" + name + "/rebuilds",
                                        "{\"swapWhenEqual\": true, \"reason\": \"test\"}")
                                .status())
                        .isEqualTo(201);
            }
            await().atMost(SOON).until(() -> areSwapped(operator));

            assertThat(names)
                    .containsExactlyInAnyOrder("catalogue", "customers", "figures", "fulfilments", "orders", "stock");
            List<String> sent = Overheard.names(List.copyOf(overheard.commands().values()));
            assertThat(sent).containsOnly("RebuildView", "RecordSwap");
            assertThat(head(platform)).isEqualTo(head + 2L * names.size());
            assertThat(books(platform)).isEqualTo(books);
            assertThat(customer.order("KIT-001", 1, APPROVED_CARD).text("state"))
                    .isEqualTo("CONFIRMED");
        }
    }

    private static boolean areSwapped(Api operator) throws Exception {
        for (JsonNode view : views(operator)) {
            JsonNode rebuild = view.path("rebuild");
            assertThat(rebuild.path("phase").asString("")).isNotIn("DIFFERENT", "FAILED", "CANCELLED");
            if (!rebuild.path("phase").asString("").equals("SWAPPED")) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode views(Api operator) throws Exception {
        return operator.get(VIEWS).json().path("views");
    }

    private static long head(Platform platform) {
        return platform.bean(EventStore.class).createHeadToken().position().orElseThrow();
    }

    /** All that the payment provider has in its books. */
    private static String books(Platform platform) throws Exception {
        String provider = platform.bean(Environment.class).getRequiredProperty("daybook.payment.provider-url");
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(provider + "/v1/payments")).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}

package io.daybook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StuckFulfilmentTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path data;

    @Test
    void an_order_whose_money_cannot_be_let_go_is_stuck_until_somebody_has_it_retried() throws Exception {
        try (Platform platform = Platform.start(data, "--daybook.fulfilment.compensation=2s")) {
            Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
            Api operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);

            String id = customer.order("KIT-001", 1, Api.VOID_FAILS_CARD, "stuck", 1)
                    .text("orderId");

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(operator.get("/staff/fulfilments?state=stuck")
                                    .response()
                                    .body())
                            .contains(id)
                            .contains("VOID_PAYMENT"));
            assertThat(customer.order("KIT-001", 1, Api.APPROVED_CARD).text("state"))
                    .as("another order meanwhile")
                    .isEqualTo("CONFIRMED");

            Api.Answer undo =
                    operator.post("/staff/fulfilments/" + id + "/compensation", "{\"reason\":\"the customer asks\"}");
            assertThat(undo.status()).isEqualTo(409);
            assertThat(undo.response().body()).contains("being undone already");
            assertThat(operator.post("/staff/fulfilments/" + id + "/retry", "{}")
                            .response()
                            .body())
                    .as("without a reason")
                    .contains("\"reason\"", "400");

            mendProvider(platform.bean(Environment.class).getRequiredProperty("daybook.payment.provider-url"));
            assertThat(operator.post("/staff/fulfilments/" + id + "/retry", "{\"reason\":\"mended\"}")
                            .status())
                    .isEqualTo(202);

            await().atMost(SOON).until(() -> customer.get("/orders/" + id).text("state"), "REJECTED"::equals);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(operator.get("/staff/fulfilments?state=stuck")
                                    .response()
                                    .body())
                            .doesNotContain(id));
        }
    }

    private static void mendProvider(String url) throws Exception {
        HttpRequest mend = HttpRequest.newBuilder(URI.create(url + "/v1/mend"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(mend, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }
}

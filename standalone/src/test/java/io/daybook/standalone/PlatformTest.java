package io.daybook.standalone;

import static io.daybook.standalone.Api.APPROVED_CARD;
import static io.daybook.standalone.Api.DECLINED_CARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders through the real thing: HTTP, log, saga, payment sandbox, views. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlatformTest {

    private static final String PRODUCT = "KIT-001";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private static Path data;

    private static Platform platform;
    private static Api customer;
    private static Api operator;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(data);
        customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
        operator = Api.signIn(platform.url(), Platform.OPERATOR, Platform.OPERATOR_PASSWORD);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void an_order_that_can_be_had_is_confirmed() throws Exception {
        Api.Answer order = customer.order(PRODUCT, 1, APPROVED_CARD);

        assertThat(order.text("state")).isEqualTo("CONFIRMED");
        assertThat(order.json().path("timeline").findValuesAsString("what"))
                .containsExactly(
                        "OrderPlaced", "PaymentAuthorized", "StockReserved", "PaymentCaptured", "OrderConfirmed");
    }

    @Test
    void a_declined_card_rejects_the_order_and_leaves_the_stock_alone() throws Exception {
        String product = "KIT-002";

        Api.Answer order = customer.order(product, 1, DECLINED_CARD);

        assertThat(order.text("state")).isEqualTo("REJECTED");
        assertThat(order.text("reason")).contains("declined");
        assertThat(reserved(product)).isZero();
    }

    @Test
    void more_than_there_is_rejects_the_order_and_names_what_is_short() throws Exception {
        Api.Answer order = customer.order(PRODUCT, 100_000, APPROVED_CARD);

        assertThat(order.text("state")).isEqualTo("REJECTED");
        assertThat(order.json().path("shortages").path(0).path("sku").asString())
                .isEqualTo(PRODUCT);
        assertThat(order.json().path("timeline").findValuesAsString("what")).contains("PaymentVoided");
    }

    @Test
    void the_same_key_gives_the_same_order() throws Exception {
        String key = UUID.randomUUID().toString();

        Api.Answer first = customer.order(PRODUCT, 1, APPROVED_CARD, key);
        Api.Answer second = customer.order(PRODUCT, 1, APPROVED_CARD, key);
        Api.Answer other = customer.order(PRODUCT, 2, APPROVED_CARD, key);

        assertThat(second.text("orderId")).isEqualTo(first.text("orderId"));
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void a_confirmed_order_can_be_cancelled_and_everything_is_given_back() throws Exception {
        String product = "KIT-003";
        String id = customer.order(product, 2, APPROVED_CARD).text("orderId");
        await().atMost(SOON).until(() -> reserved(product) == 2);

        Api.Answer cancellation = customer.post("/orders/" + id + "/cancellation", "{\"reason\": \"changed my mind\"}");

        assertThat(cancellation.status()).isEqualTo(202);
        await().atMost(SOON).until(() -> customer.get("/orders/" + id).text("state"), "CANCELLED"::equals);
        assertThat(customer.get("/orders/" + id).json().path("timeline").findValuesAsString("what"))
                .contains("PaymentRefunded", "StockReleased");
        await().atMost(SOON).until(() -> reserved(product) == 0);
    }

    @Test
    void a_dispatched_order_cannot_be_cancelled() throws Exception {
        String id = customer.order(PRODUCT, 1, APPROVED_CARD).text("orderId");

        assertThat(operator.post("/staff/orders/" + id + "/dispatch", "").status())
                .isEqualTo(202);

        assertThat(customer.post("/orders/" + id + "/cancellation", "{\"reason\": \"too late\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_customer_cannot_see_another_customers_order() throws Exception {
        String id = operator.order(PRODUCT, 1, APPROVED_CARD).text("orderId");

        assertThat(customer.get("/orders/" + id).status()).isEqualTo(404);
    }

    @Test
    void the_instances_of_a_service_share_its_orders_and_one_of_them_has_a_warehouse_to_itself() throws Exception {
        for (int number = 0; number < 12; number++) {
            assertThat(customer.order(PRODUCT, 1, APPROVED_CARD).text("state")).isEqualTo("CONFIRMED");
        }

        assertThat(instancesThatHandled("PlaceOrder")).containsExactlyInAnyOrder("order-1", "order-2");
        assertThat(instancesThatHandled("ReserveStock")).hasSize(1);
    }

    private static Set<String> instancesThatHandled(String command) {
        return platform.bean(MeterRegistry.class).get("daybook.commands").tag("command", command).timers().stream()
                .filter(timer -> timer.count() > 0)
                .map(timer -> String.valueOf(timer.getId().getTag("instance.name")))
                .collect(Collectors.toSet());
    }

    private static int reserved(String product) throws Exception {
        return operator.get("/staff/stock/" + product)
                .json()
                .path("stock")
                .required("reserved")
                .intValue();
    }
}

package io.daybook.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.CatalogCommand.RepriceProduct;
import io.daybook.api.catalog.CatalogCommand.RetireProduct;
import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerCommand.ChangeTier;
import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.platform.Http;
import io.daybook.ui.platform.Http.Answer;
import io.daybook.ui.platform.PlatformTest;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class OrderApiTest extends PlatformTest {

    private static final String HANGING_CARD = "4000000000000119";
    private static final String UNHEARD_CARD = "4000000000000259";
    private static final String DECLINED_CARD = "4000-0000-0000-0002";

    @Test
    void an_order_is_accepted_at_once_when_nobody_waits() {
        String sku = newProduct("2.55");
        Answer answer =
                signedIn(newCustomer()).post("/api/v1/orders", order(line(sku, 3), CARD), "Idempotency-Key", key());
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location"))
                .isEqualTo("/api/v1/orders/" + answer.json().path("orderId").asString());
        assertThat(answer.json().path("total").path("amount").asString()).isEqualTo("7.65");
        assertThat(answer.json().path("total").path("currency").asString()).isEqualTo("GBP");
        assertThat(answer.header("Preference-Applied")).isEmpty();
    }

    @Test
    void an_order_is_waited_for_until_it_is_settled() {
        String sku = newProduct("2.55");
        Http customer = signedIn(newCustomer());
        Answer confirmed = customer.post(
                "/api/v1/orders", order(line(sku, 1), CARD), "Idempotency-Key", key(), "Prefer", "wait=10");
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.header("Preference-Applied")).isEqualTo("wait=10");
        assertThat(confirmed.json().path("state").asString()).isEqualTo("CONFIRMED");
        assertThat(confirmed.json().path("timeline").size()).isEqualTo(2);
        Answer rejected = customer.post(
                "/api/v1/orders",
                order(line(sku, 1), DECLINED_CARD),
                "Idempotency-Key",
                key(),
                "Prefer",
                "respond-async, wait=\"10\"");
        assertThat(rejected.status()).isEqualTo(200);
        assertThat(rejected.json().path("state").asString()).isEqualTo("REJECTED");
        assertThat(rejected.json().path("reason").asString()).isEqualTo("insufficient funds");
    }

    @Test
    void while_nobody_takes_orders_the_caller_is_told_when_to_send_it_again_and_it_is_placed_once() {
        String sku = newProduct("2.55");
        Http customer = signedIn(newCustomer());
        String key = key();
        orders.away = true;
        Answer away;
        try {
            away = customer.post("/api/v1/orders", order(line(sku, 1), CARD), "Idempotency-Key", key);
        } finally {
            orders.away = false;
        }
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isEqualTo("5");
        assertThat(away.header("Content-Type")).startsWith("application/problem+json");
        assertThat(away.json().path("detail").asString()).startsWith("Ordering is not possible now.");
        Answer placed =
                customer.post("/api/v1/orders", order(line(sku, 1), CARD), "Idempotency-Key", key, "Prefer", "wait=10");
        assertThat(placed.status()).isEqualTo(200);
        assertThat(customer.get("/api/v1/orders").json().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void a_new_order_that_is_waited_for_does_not_cost_a_question_to_the_view() {
        String sku = newProduct("2.55");
        Http customer = signedIn(newCustomer());
        long before = orders.questions.get();
        for (int i = 0; i < 5; i++) {
            assertThat(customer.post(
                                    "/api/v1/orders",
                                    order(line(sku, 1), CARD),
                                    "Idempotency-Key",
                                    key(),
                                    "Prefer",
                                    "wait=10")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(orders.questions.get()).isEqualTo(before);
    }

    @Test
    void a_wait_ends_when_its_time_is_up() {
        String sku = newProduct("2.55");
        Instant begin = Instant.now();
        Answer answer = signedIn(newCustomer())
                .post(
                        "/api/v1/orders",
                        order(line(sku, 1), HANGING_CARD),
                        "Idempotency-Key",
                        key(),
                        "Prefer",
                        "wait=1");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Preference-Applied")).isEqualTo("wait=1");
        assertThat(answer.json().path("state").asString()).isEqualTo("PLACED");
        assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
    }

    @Test
    void an_order_that_cannot_be_followed_any_more_is_accepted_all_the_same() {
        String sku = newProduct("2.55");
        Answer answer = signedIn(newCustomer())
                .post(
                        "/api/v1/orders",
                        order(line(sku, 1), UNHEARD_CARD),
                        "Idempotency-Key",
                        key(),
                        "Prefer",
                        "wait=60");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location"))
                .isEqualTo("/api/v1/orders/" + answer.json().path("orderId").asString());
    }

    @Test
    void the_same_order_sent_again_is_the_same_order_and_its_outcome_is_found() {
        String sku = newProduct("2.55");
        Http customer = signedIn(newCustomer());
        String key = key();
        Answer first =
                customer.post("/api/v1/orders", order(line(sku, 1), CARD), "Idempotency-Key", key, "Prefer", "wait=10");
        Answer again =
                customer.post("/api/v1/orders", order(line(sku, 1), CARD), "Idempotency-Key", key, "Prefer", "wait=10");
        Answer unwaited = customer.post("/api/v1/orders", order(line(sku, 1), CARD), "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(unwaited.status()).isEqualTo(202);
        assertThat(unwaited.json().path("state").asString()).isEqualTo("CONFIRMED");
        assertThat(again.json().path("orderId")).isEqualTo(first.json().path("orderId"));
        assertThat(customer.get("/api/v1/orders").json().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_order_is_refused() {
        String sku = newProduct("2.55");
        Http customer = signedIn(newCustomer());
        String key = key();
        customer.post("/api/v1/orders", order(line(sku, 1), CARD), "Idempotency-Key", key, "Prefer", "wait=10");
        Answer other = customer.post("/api/v1/orders", order(line(sku, 2), CARD), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.isProblem()).isTrue();
    }

    @Test
    void an_order_sent_again_stands_though_its_product_was_repriced_or_withdrawn() throws Exception {
        String sku = newProduct("2.55");
        Http customer = signedIn(newCustomer());
        String key = key();
        String body = order(line(sku, 1), CARD);
        customer.post("/api/v1/orders", body, "Idempotency-Key", key, "Prefer", "wait=10");
        commands.sendAndWait(new RepriceProduct(new Sku(sku), Money.parse("GBP 99.00")));
        org.awaitility.Awaitility.await().untilAsserted(() -> {
            Answer repriced = customer.post("/api/v1/orders", order(line(sku, 7), CARD), "Idempotency-Key", key());
            assertThat(repriced.json().path("total").path("amount").asString()).isEqualTo("693.00");
        });
        Answer again = customer.post("/api/v1/orders", body, "Idempotency-Key", key, "Prefer", "wait=10");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("total").path("amount").asString()).isEqualTo("2.55");
        commands.sendAndWait(new RetireProduct(new Sku(sku), "old"));
        org.awaitility.Awaitility.await().untilAsserted(() -> {
            Answer retired = customer.post("/api/v1/orders", order(line(sku, 8), CARD), "Idempotency-Key", key());
            assertThat(retired.badFields()).containsExactly("lines[0].sku");
        });
        assertThat(customer.post("/api/v1/orders", body, "Idempotency-Key", key).status())
                .isEqualTo(202);
    }

    @Test
    void two_customers_with_the_same_key_have_two_orders() {
        String sku = newProduct("2.55");
        String key = key();
        Answer one = signedIn(newCustomer()).post("/api/v1/orders", order(line(sku, 1), CARD), "Idempotency-Key", key);
        Answer other =
                signedIn(newCustomer()).post("/api/v1/orders", order(line(sku, 1), CARD), "Idempotency-Key", key);
        assertThat(one.json().path("orderId")).isNotEqualTo(other.json().path("orderId"));
    }

    @Test
    void a_product_may_stand_in_several_lines() {
        String sku = newProduct("1.00");
        Answer answer = signedIn(newCustomer())
                .post(
                        "/api/v1/orders",
                        order(line(sku, 2) + "," + line(sku.toLowerCase(java.util.Locale.ROOT), 3), CARD),
                        "Idempotency-Key",
                        key());
        assertThat(answer.json().path("lines").size()).isEqualTo(2);
        assertThat(answer.json().path("lines").path(1).path("quantity").asInt()).isEqualTo(3);
    }

    @Test
    void the_tier_is_the_servers_decision() {
        Account account = newCustomer();
        commands.sendAndWait(new ChangeTier(account.customerId(), Tier.VIP, "spends a lot", "somebody"));
        Answer answer = signedIn(account)
                .post("/api/v1/orders", order(line(newProduct("1.00"), 2), CARD), "Idempotency-Key", key());
        assertThat(answer.json().path("tier").asString()).isEqualTo("VIP");
        OrderId orderId = new OrderId(answer.json().path("orderId").asString());
        assertThat(orders.command(orderId).tier()).isEqualTo(Tier.VIP);
        assertThat(orders.command(orderId).payment().token()).isEqualTo("tok_approve");
        assertThat(orders.command(orderId).placedBy()).isEqualTo(account.customer());
    }

    @Test
    void an_order_is_its_customers_business_only() {
        Http customer = signedIn(newCustomer());
        Answer placed = customer.post(
                "/api/v1/orders",
                order(line(newProduct("1.00"), 2), CARD),
                "Idempotency-Key",
                key(),
                "Prefer",
                "wait=10");
        String path = placed.header("Location");
        assertThat(customer.get(path).status()).isEqualTo(200);
        Http other = signedIn(newCustomer());
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.get(path).isProblem()).isTrue();
        assertThat(other.post(path + "/cancellation", "{\"reason\": \"mine\"}").status())
                .isEqualTo(404);
        assertThat(customer.get(path).json().path("state").asString()).isEqualTo("CONFIRMED");
    }

    @Test
    void an_order_can_be_cancelled_until_it_is_dispatched() {
        Http customer = signedIn(newCustomer());
        String path = customer.post(
                        "/api/v1/orders",
                        order(line(newProduct("1.00"), 2), CARD),
                        "Idempotency-Key",
                        key(),
                        "Prefer",
                        "wait=10")
                .header("Location");
        assertThat(customer.post(path + "/cancellation", "{\"reason\": \"\"}").badFields())
                .containsExactly("reason");
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(operator()
                        .post("/api/v1/staff/orders/" + id + "/dispatch", "")
                        .status())
                .isEqualTo(202);
        Answer late = customer.post(path + "/cancellation", "{\"reason\": \"changed my mind\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.isProblem()).isTrue();
    }

    @Test
    void a_customers_orders_are_listed_newest_first() {
        Http customer = signedIn(newCustomer());
        String sku = newProduct("1.00");
        for (int quantity = 1; quantity <= 3; quantity++) {
            customer.post(
                    "/api/v1/orders", order(line(sku, quantity), CARD), "Idempotency-Key", key(), "Prefer", "wait=10");
        }
        Answer page = customer.get("/api/v1/orders?page=0&size=2");
        assertThat(page.json().path("total").asInt()).isEqualTo(3);
        assertThat(page.json().path("orders").size()).isEqualTo(2);
        assertThat(page.json().at("/orders/0/lines/0/quantity").asInt()).isEqualTo(3);
    }
}

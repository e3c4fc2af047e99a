package io.daybook.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.order.OrderId;
import io.daybook.ui.platform.Http;
import io.daybook.ui.platform.Http.Answer;
import io.daybook.ui.platform.PlatformTest;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StaffApiTest extends PlatformTest {

    private Http support;
    private Http warehouse;
    private Http customer;

    @BeforeAll
    void signIn() {
        support = staff("support@daybook.example");
        warehouse = staff("warehouse@daybook.example");
        customer = signedIn(newCustomer());
    }

    private static String agreed(String customer, String lines) {
        return order(lines, CARD).replaceFirst("\\{", "{" + customer);
    }

    private static String agreedLine(String sku, int quantity, String price) {
        return "{\"sku\": \"%s\", \"quantity\": %d, \"unitPrice\": %s}".formatted(sku, quantity, price);
    }

    @Test
    void a_customer_is_registered_once() {
        String path = "/api/v1/staff/customers/" + UUID.randomUUID();
        assertThat(support.json("PUT", path, "{\"name\": \"17850\"}").status()).isEqualTo(204);
        assertThat(support.json("PUT", path, "{\"name\": \"17850\"}").status()).isEqualTo(204);
        assertThat(support.json("PUT", path, "{\"name\": \" \"}").badFields()).containsExactly("name");
        assertThat(support.json("PUT", "/api/v1/staff/customers/a_b", "{\"name\": \"x\"}")
                        .badFields())
                .containsExactly("customerId");
    }

    @Test
    void staff_place_orders_at_agreed_prices_for_a_customer_or_a_guest() {
        String id = UUID.randomUUID().toString();
        support.json("PUT", "/api/v1/staff/customers/" + id, "{\"name\": \"17850\"}");
        String one = newProduct("9.99");
        String two = newProduct("9.99");
        String lines =
                agreedLine(one, 2, "1.25") + "," + agreedLine(two, 1, "{\"amount\": \"0.50\", \"currency\": \"GBP\"}");
        Answer order = support.post(
                "/api/v1/staff/orders",
                agreed("\"customerId\": \"" + id + "\",", lines),
                "Idempotency-Key",
                key(),
                "Prefer",
                "wait=10");
        assertThat(order.status()).isEqualTo(200);
        assertThat(order.json().at("/total/amount").asString()).isEqualTo("3.00");
        assertThat(order.json().path("customerId").asString()).isEqualTo(id);
        Answer guest =
                support.post("/api/v1/staff/orders", agreed("", agreedLine(one, 1, "\"0\"")), "Idempotency-Key", key());
        assertThat(guest.status()).isEqualTo(202);
        assertThat(orders.command(new OrderId(guest.json().path("orderId").asString()))
                        .customerId())
                .isNull();
        assertThat(support.get(order.header("Location")).status()).isEqualTo(200);
        assertThat(warehouse.get(order.header("Location")).status()).isEqualTo(200);
        assertThat(customer.get(order.header("Location")).status()).isEqualTo(403);
    }

    @Test
    void bad_values_of_staff_orders_are_named() {
        String sku = newProduct("9.99");
        Answer unknown = support.post(
                "/api/v1/staff/orders",
                agreed("\"customerId\": \"nobody\",", agreedLine(sku, 1, "1")),
                "Idempotency-Key",
                key());
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.badFields()).containsExactly("customerId");
        for (String price : new String[] {
            "-1", "\"x\"", "1e999999999", "{\"amount\": 1, \"currency\": \"XYZ\"}", "1.234", "[]", "{}", "null"
        }) {
            Answer answer = support.post(
                    "/api/v1/staff/orders", agreed("", agreedLine(sku, 1, price)), "Idempotency-Key", key());
            assertThat(answer.status()).as(price).isEqualTo(400);
            assertThat(answer.badFields()).as(price).containsExactly("lines[0].unitPrice");
        }
    }

    /** A new order, as it is once it has settled. */
    private Answer ordered(Http by) {
        return by.post(
                "/api/v1/orders",
                order(line(newProduct("1.00"), 1), CARD),
                "Idempotency-Key",
                key(),
                "Prefer",
                "wait=10");
    }

    @Test
    void only_confirmed_orders_are_dispatched_and_only_by_the_warehouse() {
        Answer order = ordered(customer);
        String path = "/api/v1/staff/orders/" + order.json().path("orderId").asString() + "/dispatch";
        assertThat(support.post(path, "").status()).isEqualTo(403);
        assertThat(warehouse.post(path, "").status()).isEqualTo(202);
        Answer again = warehouse.post(path, "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.isProblem()).isTrue();
        assertThat(warehouse.post("/api/v1/staff/orders/no-such/dispatch", "").status())
                .isEqualTo(404);
    }

    @Test
    void stock_is_corrected_once_and_its_movements_are_paged() {
        String sku = newProduct("1.00");
        String path = "/api/v1/staff/stock/" + sku;
        String found = "{\"quantity\": 7, \"reason\": \"found\", \"movementId\": \"m1\"}";
        assertThat(warehouse.post(path + "/adjustments", found).status()).isEqualTo(204);
        assertThat(warehouse.post(path + "/adjustments", found).status()).isEqualTo(204);
        String lost = "{\"quantity\": -2, \"reason\": \"broken\", \"movementId\": \"m2\"}";
        assertThat(warehouse.post(path + "/adjustments", lost).status()).isEqualTo(204);
        Answer ledger = warehouse.get(path + "?limit=1");
        assertThat(ledger.json().at("/stock/onHand").asInt()).isEqualTo(5);
        assertThat(ledger.json().at("/movements/0/sequence").asInt()).isEqualTo(1);
        Answer before = warehouse.get(path + "?limit=1&before=1");
        assertThat(before.json().at("/movements/0/quantity").asInt()).isEqualTo(7);
        String tooMuch = "{\"quantity\": -6, \"reason\": \"gone\", \"movementId\": \"m3\"}";
        assertThat(warehouse.post(path + "/adjustments", tooMuch).status()).isEqualTo(409);
        assertThat(warehouse.post(path + "/adjustments", "{}").badFields()).containsExactly("quantity", "movementId");
        assertThat(warehouse
                        .post(path + "/adjustments", found.replace("7", "0"))
                        .badFields())
                .containsExactly("quantity");
        assertThat(warehouse.get(path + "?limit=501").badFields()).containsExactly("limit");
        assertThat(warehouse.get(path + "?warehouse=x").badFields()).containsExactly("warehouse");
    }

    @Test
    void stuck_fulfilments_are_listed_and_tried_again() {
        Answer list = support.get("/api/v1/staff/fulfilments?state=stuck");
        assertThat(list.json().at("/fulfilments/0/cause").asString()).isEqualTo("the provider said nothing");
        assertThat(support.get("/api/v1/staff/fulfilments?state=happy").badFields())
                .containsExactly("state");
        assertThat(support.post("/api/v1/staff/fulfilments/no-such/retry", "{\"reason\":\"mended\"}")
                        .status())
                .isEqualTo(404);
        assertThat(warehouse.get("/api/v1/staff/fulfilments").status()).isEqualTo(403);
    }

    @Test
    void orders_are_found_by_email_and_by_the_beginning_of_their_id_and_their_story_is_told() {
        var ada = newCustomer();
        Answer order = ordered(signedIn(ada));
        String id = order.json().path("orderId").asString();
        String path = "/api/v1/staff/orders";
        String email = URLEncoder.encode(ada.email(), StandardCharsets.UTF_8);
        assertThat(support.get(path + "?q=" + email)
                        .json()
                        .at("/orders/0/orderId")
                        .asString())
                .isEqualTo(id);
        assertThat(support.get(path + "?q=" + id.substring(0, 12))
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(support.get(path + "?q=nobody%40shop.example")
                        .json()
                        .path("total")
                        .asInt(-1))
                .isZero();
        Answer story = support.get(path + "/" + id + "/story");
        assertThat(story.json().at("/happenings/0/what").asString()).isEqualTo("OrderPlaced");
        assertThat(support.get(path + "/no-such/story").status()).isEqualTo(404);
    }

    @Test
    void bad_values_of_a_search_are_named() {
        String path = "/api/v1/staff/orders";
        assertThat(support.get(path + "?q=%7B%24").badFields()).containsExactly("q");
        assertThat(support.get(path + "?state=HAPPY").badFields()).containsExactly("state");
        assertThat(support.get(path + "?tier=GOLD").badFields()).containsExactly("tier");
        assertThat(support.get(path + "?size=0").badFields()).containsExactly("size");
        assertThat(support.get(path + "?page=-1").badFields()).containsExactly("page");
        assertThat(support.get(path + "?customerId=a_b").badFields()).containsExactly("customerId");
        assertThat(support.get("/api/v1/staff/customers?size=201").badFields()).containsExactly("size");
        assertThat(support.get("/api/v1/staff/customers?q=" + "x".repeat(201)).badFields())
                .containsExactly("q");
    }

    @Test
    void a_customer_is_found_by_email_and_put_into_another_tier_with_a_reason() {
        var ada = newCustomer();
        String found = "/api/v1/staff/customers?q=" + URLEncoder.encode(ada.email(), StandardCharsets.UTF_8);
        String path = "/api/v1/staff/customers/" + ada.customer() + "/tier";
        assertThat(support.get(found).json().at("/customers/0/tier").asString()).isEqualTo("STANDARD");
        assertThat(support.post(path, "{\"tier\": \"VIP\", \"reason\": \"loyal\"}")
                        .status())
                .isEqualTo(202);
        Answer after = support.get(found);
        assertThat(after.json().at("/customers/0/tier").asString()).isEqualTo("VIP");
        assertThat(after.json().at("/customers/0/email").asString()).isEqualTo(ada.email());
        assertThat(support.post(path, "{\"tier\": \"VIP\", \"reason\": \" \"}").badFields())
                .containsExactly("reason");
        assertThat(support.post(path, "{\"reason\": \"loyal\"}").badFields()).containsExactly("tier");
        assertThat(support.post(path, "{\"tier\": \"GOLD\", \"reason\": \"loyal\"}")
                        .badFields())
                .containsExactly("tier");
        assertThat(warehouse.post(path, "{}").status()).isEqualTo(403);
    }

    @Test
    void searches_and_stories_are_for_support() {
        for (String path :
                new String[] {"/api/v1/staff/orders", "/api/v1/staff/orders/x/story", "/api/v1/staff/customers"}) {
            assertThat(warehouse.get(path).status()).as(path).isEqualTo(403);
            assertThat(customer.get(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void customers_are_no_staff() {
        for (String path : new String[] {
            "/api/v1/staff/orders/x",
            "/api/v1/staff/fulfilments",
            "/api/v1/staff/stock/X",
            "/api/v1/staff/imports/x",
            "/api/v1/staff/nothing"
        }) {
            Answer answer = customer.get(path);
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.isProblem()).isTrue();
            assertThat(anybody().get(path).status()).as(path).isEqualTo(401);
        }
        for (String path : new String[] {"/api/v1/staff/orders", "/api/v1/staff/products", "/api/v1/staff/stock"}) {
            assertThat(customer.post(path, "{}").status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void an_order_with_too_many_lines_has_one_error_however_wrong_they_are() {
        Answer answer =
                support.post("/api/v1/staff/orders", agreed("", "{},".repeat(1_000) + "{}"), "Idempotency-Key", key());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.badFields()).containsExactly("lines");
    }

    @Test
    void a_value_of_a_few_is_named_by_them_and_is_no_number() {
        String path = "/api/v1/staff/customers/" + UUID.randomUUID() + "/tier";
        for (String tier : new String[] {"1", "\"1\"", "\"GOLD\"", "{}", "[]", "true"}) {
            Answer answer = support.post(path, "{\"tier\": " + tier + ", \"reason\": \"x\"}");
            assertThat(answer.status()).as(tier).isEqualTo(400);
            assertThat(answer.badFields()).as(tier).containsExactly("tier");
            assertThat(answer.body()).as(tier).contains("must be one of STANDARD, VIP");
        }
    }

    @Test
    void a_search_for_what_nobody_can_type_is_refused() {
        for (String text : new String[] {"%00", "a%00b", "%1B", "%00@"}) {
            Answer answer = support.get("/api/v1/staff/customers?q=" + text);
            assertThat(answer.status()).as(text).isEqualTo(400);
            assertThat(answer.badFields()).as(text).containsExactly("q");
        }
    }

    @Test
    void orders_of_an_address_that_nobody_has_are_asked_for_like_others() {
        String path = "/api/v1/staff/orders?q=nobody@shop.example";
        assertThat(support.get(path + "&page=-1").badFields()).containsExactly("page");
        assertThat(support.get(path + "&size=201").badFields()).containsExactly("size");
        long before =
                support.get("/api/v1/staff/orders").json().path("position").asLong();
        Answer none = support.get(path);
        long after = support.get("/api/v1/staff/orders").json().path("position").asLong();
        assertThat(none.json().path("total").asInt()).isZero();
        assertThat(none.json().path("position").asLong()).isBetween(before, after);
        Answer ahead = support.get(path + "&atLeast=1000000000");
        assertThat(ahead.json().path("position").asLong()).isLessThan(1_000_000_000);
    }

    @Test
    void who_may_get_may_ask_for_the_head() {
        for (String path : new String[] {"/api/v1/staff/stock", "/api/v1/staff/products"}) {
            assertThat(support.send("HEAD", path, BodyPublishers.noBody()).status())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(warehouse
                        .send("HEAD", "/api/v1/staff/orders", BodyPublishers.noBody())
                        .status())
                .isEqualTo(403);
    }
}

package io.daybook.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ui.platform.Http;
import io.daybook.ui.platform.Http.Answer;
import io.daybook.ui.platform.PlatformTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a caller can send is answered with a 5xx, and each bad value is named. */
class BadRequestTest extends PlatformTest {

    private Http customer;
    private String sku;

    @BeforeAll
    void signIn() {
        customer = signedIn(newCustomer());
        sku = newProduct("2.55");
    }

    private Answer place(String body) {
        return customer.post("/api/v1/orders", body, "Idempotency-Key", key());
    }

    private static void assertBad(Answer answer, String... fields) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.badFields()).containsExactly(fields);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1000001",
                "2147483647",
                "2147483648",
                "1e9",
                "1.5",
                "1.0",
                "\"5\"",
                "true",
                "[]",
                "{}",
                "null",
                "99999999999999999999999999"
            })
    void a_quantity_that_is_none_is_named(String quantity) {
        assertBad(place(order(line(sku, quantity), CARD)), "lines[0].quantity");
    }

    @Test
    void an_unknown_product_is_named_by_its_line() {
        assertBad(place(order(line(sku, 1) + "," + line("NO-SUCH", 1), CARD)), "lines[1].sku");
        assertBad(place(order(line("", 1) + "," + line("../etc", 1), CARD)), "lines[0].sku", "lines[1].sku");
    }

    @Test
    void there_are_lines_but_not_too_many() {
        assertBad(place(order("", CARD)), "lines");
        String many = IntStream.range(0, 10_000).mapToObj(i -> line("P" + i, 1)).collect(Collectors.joining(","));
        assertBad(place(order(many, CARD)), "lines");
        assertBad(place(order("{},".repeat(1_000) + "{}", CARD)), "lines");
        assertBad(place(order("null,".repeat(1_000) + "null", "")), "lines");
        assertBad(place(order("null", CARD)), "lines[0]");
        assertBad(place(order("7", CARD)), "lines[0]");
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        assertBad(place("{}"), "lines", "payment.card", "shippingAddress");
        assertBad(
                place("{\"lines\": [{}], \"payment\": {}, \"shippingAddress\": {}}"),
                "lines[0].sku",
                "lines[0].quantity",
                "payment.card",
                "shippingAddress.name",
                "shippingAddress.street",
                "shippingAddress.city",
                "shippingAddress.postcode",
                "shippingAddress.country");
        assertBad(place("{\"lines\": {}}"), "lines");
        assertBad(place(order(line(sku, 1), CARD).replace("Leeds", " ")), "shippingAddress.city");
        assertBad(place(order(line(sku, 1), CARD).replace("Leeds", "L".repeat(101))), "shippingAddress.city");
    }

    @Test
    void a_card_that_is_no_test_card_is_refused_and_not_repeated() {
        Answer answer = place(order(line(sku, 1), "5105105105105100"));
        assertBad(answer, "payment.card");
        assertThat(answer.body()).doesNotContain("5105");
        assertBad(
                place(order(line(sku, 1), CARD).replace("\"4242 4242 4242 4242\"", "4242424242424242")),
                "payment.card");
    }

    @Test
    void a_field_that_is_not_known_is_refused() {
        assertBad(place(order("{\"sku\": \"X\", \"quantity\": 1, \"unitPrice\": 0.01}", CARD)), "lines[0].unitPrice");
        assertBad(place("{\"tier\": \"VIP\"}"), "tier");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[",
                "nonsense",
                "{\"lines\": [}",
                "{} {}",
                "null",
                "[]",
                "\"text\"",
                "\u0000",
                "{\"lines\": [], \"lines\": []}"
            })
    void a_body_that_is_no_order_is_refused(String body) {
        Answer answer = place(body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.isProblem()).isTrue();
    }

    @Test
    void bytes_that_are_no_text_and_bodies_that_nest_too_deep_are_refused() {
        byte[] bytes = {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};
        Answer garbled = customer.send(
                "POST",
                "/api/v1/orders",
                BodyPublishers.ofByteArray(bytes),
                "Idempotency-Key",
                key(),
                "Content-Type",
                "application/json");
        assertThat(garbled.status()).isEqualTo(400);
        assertThat(garbled.isProblem()).isTrue();
        Answer deep = place("{\"lines\": " + "[".repeat(100_000));
        assertThat(deep.status()).isEqualTo(400);
        assertThat(deep.isProblem()).isTrue();
        Answer digits = place(order(line(sku, "9".repeat(5_000)), CARD));
        assertThat(digits.status()).isEqualTo(400);
    }

    @Test
    void the_idempotency_key_must_be_given() {
        String body = order(line(sku, 1), CARD);
        assertBad(customer.post("/api/v1/orders", body), "Idempotency-Key");
        assertBad(customer.post("/api/v1/orders", body, "Idempotency-Key", "k".repeat(201)), "Idempotency-Key");
        assertBad(customer.post("/api/v1/orders", body, "Idempotency-Key", ""), "Idempotency-Key");
        assertThat(customer.post("/api/v1/orders", body, "Idempotency-Key", "k".repeat(200))
                        .status())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wait", "wait=", "wait=x", "wait=-1", "wait=99999999999999", "return=minimal", ";;,,", "wait=\"1"
            })
    void a_preference_that_makes_no_sense_is_ignored(String prefer) {
        Answer answer =
                customer.post("/api/v1/orders", order(line(sku, 1), CARD), "Idempotency-Key", key(), "Prefer", prefer);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Preference-Applied")).isEmpty();
    }

    @Test
    void a_body_that_is_too_long_is_refused_by_its_length() {
        String body = " ".repeat(2 * 1024 * 1024 + 1);
        Answer answer = place(body);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.isProblem()).isTrue();
    }

    @Test
    void a_body_that_is_too_long_is_refused_though_it_comes_in_chunks() {
        byte[] body = ("{\"lines\": [" + " ".repeat(3 * 1024 * 1024) + "]}").getBytes(StandardCharsets.UTF_8);
        Answer answer = customer.send(
                "POST",
                "/api/v1/orders",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "Idempotency-Key",
                key(),
                "Content-Type",
                "application/json");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.isProblem()).isTrue();
    }

    @Test
    void what_is_not_there_is_a_problem() {
        for (String path : new String[] {
            "/api/v1/nothing",
            "/api/nothing",
            "/api/v1/orders/no-such",
            "/api/v1/orders/a/b",
            "/api/v1/products/NO-SUCH"
        }) {
            Answer answer = customer.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.isProblem()).as(path + answer.body()).isTrue();
        }
    }

    @Test
    void methods_and_media_types_that_are_not_taken_are_problems() {
        Answer method = customer.delete("/api/v1/orders");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).contains("GET").contains("POST");
        assertThat(method.isProblem()).isTrue();
        Answer type = customer.send(
                "POST",
                "/api/v1/orders",
                BodyPublishers.ofString("lines=1"),
                "Idempotency-Key",
                key(),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(type.status()).isEqualTo(415);
        assertThat(type.isProblem()).isTrue();
        Answer typeless =
                customer.send("POST", "/api/v1/orders", BodyPublishers.ofString("{}"), "Idempotency-Key", key());
        assertThat(typeless.status()).isEqualTo(415);
        Answer form = customer.get("/api/v1/orders", "Accept", "image/png");
        assertThat(form.status()).isEqualTo(406);
        assertThat(form.isProblem()).isTrue();
        assertThat(customer.get("/api/v1/orders", "Accept", "no media type").status())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/orders?page=-1, page",
        "/api/v1/orders?page=x, page",
        "/api/v1/orders?size=0, size",
        "/api/v1/orders?size=201, size",
        "/api/v1/orders?size=99999999999, size",
        "/api/v1/orders?atLeast=x, atLeast",
        "/api/v1/products?page=-1, page",
        "/api/v1/products?size=1000, size",
        "/api/v1/products/%2A, sku",
        "/api/v1/orders/a%20b, orderId",
    })
    void parameters_out_of_bounds_are_named(String path, String field) {
        assertBad(customer.get(path), field);
    }

    @Test
    void a_search_that_is_too_long_is_refused() {
        assertBad(customer.get("/api/v1/products?q=" + "x".repeat(201)), "q");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/orders/..%2f..%2fetc",
                "/api/v1/orders/%00",
                "/api/v1//orders",
                "/api/v1/orders;x=1",
                "/api/v1/%2e%2e/x"
            })
    void paths_that_look_like_an_attack_are_refused(String path) {
        assertThat(customer.get(path).status()).isBetween(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "caf%E9"})
    void a_query_that_is_badly_encoded_is_refused(String text) throws IOException {
        assertThat(raw("/api/v1/products?q=" + text))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "The query string is not properly encoded.");
        assertThat(raw("/?q=" + text)).startsWith("HTTP/1.1 400").contains("text/html", "<header");
    }

    /** As it stands, though it is no URI. */
    private String raw(String target) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request =
                    "GET %s HTTP/1.1\r\nHost: shop\r\nAccept: */*\r\nConnection: close\r\n\r\n".formatted(target);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

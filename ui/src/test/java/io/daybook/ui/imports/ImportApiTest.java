package io.daybook.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.CatalogCommand.RetireProduct;
import io.daybook.api.catalog.Sku;
import io.daybook.ui.platform.Http;
import io.daybook.ui.platform.Http.Answer;
import io.daybook.ui.platform.PlatformTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ImportApiTest extends PlatformTest {

    private static final String PRODUCTS = "/api/v1/staff/products";
    private static final String STOCK = "/api/v1/staff/stock";
    private static final String HEADER = "sku,name,description,category,price,picture\n";

    private Http operator;

    @BeforeAll
    void signIn() {
        operator = operator();
    }

    private Answer csv(String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "text/csv", "Prefer", "wait=30"));
        return operator.send("POST", path, BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    private static String prefix() {
        return UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }

    @Test
    void products_are_listed_in_any_order_of_columns() {
        String sku = prefix();
        Answer answer = csv(
                PRODUCTS,
                "\uFEFFprice,picture,name,sku,category,description\r\n2.55,lamp,\"A \"\"fine\"\" lamp, white\"," + sku
                        + ",Lights,\"Two\nlines\"\r\n");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Preference-Applied")).isEqualTo("wait=30");
        assertThat(answer.json().path("state").asString()).isEqualTo("DONE");
        assertThat(answer.json().path("done").asInt()).isEqualTo(1);
        Answer product = anybody().get("/api/v1/products/" + sku);
        assertThat(product.json().path("name").asString()).isEqualTo("A \"fine\" lamp, white");
        assertThat(product.json().path("description").asString()).isEqualTo("Two\nlines");
        assertThat(product.json().at("/price/amount").asString()).isEqualTo("2.55");
    }

    @Test
    void good_rows_are_kept_and_bad_ones_reported_by_line() {
        String sku = prefix();
        Answer answer = csv(
                PRODUCTS,
                HEADER + sku + "1,Lamp,d,Lights,2.55,\n" + sku + "2,,d,Lights,2.55,\n" + sku
                        + "3,Lamp,d,Lights,cheap,\n"
                        + sku + "4,Lamp,d,Lights\n" + "a b,Lamp,d,Lights,1,\n" + sku + "1,Lamp,d,Lights,1,\n" + sku
                        + "5,Lamp,d,Lights,0,\n" + "\n" + sku + "6,Lamp,d,Lights,3,\n");
        assertThat(answer.json().path("total").asInt()).isEqualTo(8);
        assertThat(answer.json().path("done").asInt()).isEqualTo(2);
        assertThat(answer.json().path("failed").asInt()).isEqualTo(6);
        List<String> errors = new ArrayList<>();
        answer.json()
                .path("errors")
                .forEach(error -> errors.add(
                        error.path("line").asInt() + " " + error.path("field").asString()));
        assertThat(errors).containsExactly("3 name", "4 price", "5 ", "6 sku", "7 sku", "8 price");
        assertThat(anybody().get("/api/v1/products/" + sku + "6").status()).isEqualTo(200);
    }

    @Test
    void products_that_are_there_are_changed_where_they_differ() {
        String sku = prefix();
        csv(PRODUCTS, HEADER + sku + ",Lamp,d,Lights,2.55,\n");
        int before = shop.revisions.get();
        assertThat(csv(PRODUCTS, HEADER + sku + ",Lamp,d,Lights,2.55,\n")
                        .json()
                        .path("done")
                        .asInt())
                .isEqualTo(1);
        assertThat(shop.revisions.get()).isEqualTo(before);
        assertThat(csv(PRODUCTS, HEADER + sku + ",Lantern,d,Lights,2.75,\n")
                        .json()
                        .path("done")
                        .asInt())
                .isEqualTo(1);
        Answer product = anybody().get("/api/v1/products/" + sku);
        assertThat(product.json().path("name").asString()).isEqualTo("Lantern");
        assertThat(product.json().at("/price/amount").asString()).isEqualTo("2.75");
    }

    @Test
    void columns_that_are_missing_unknown_or_double_are_named_before_anything_is_done() {
        Answer answer = csv(PRODUCTS, "sku,name,name,colour,price,picture\nX,x,x,x,1,\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.badFields()).containsExactly("description", "category", "name", "colour");
        assertThat(csv(PRODUCTS, "").badFields()).contains("sku");
        assertThat(csv(STOCK, "quantity,reason\n1,x\n").badFields()).containsExactly("sku");
    }

    @Test
    void a_file_that_breaks_off_keeps_what_came_before() {
        String sku = prefix();
        Answer answer = csv(PRODUCTS, HEADER + sku + ",Lamp,d,Lights,2.55,\nX,\"never closed,d,Lights,1,\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("done").asInt()).isEqualTo(1);
        assertThat(answer.json().path("failed").asInt()).isEqualTo(1);
        byte[] latin = (HEADER + prefix() + ",Caf\u00e9,d,Lights,1,\n").getBytes(StandardCharsets.ISO_8859_1);
        Answer garbled = operator.send(
                "POST", PRODUCTS, BodyPublishers.ofByteArray(latin), "Content-Type", "text/csv", "Prefer", "wait=30");
        assertThat(garbled.status()).isBetween(200, 400);
        assertThat(garbled.body()).contains("encoding");
        Answer declared = operator.send(
                "POST",
                PRODUCTS,
                BodyPublishers.ofByteArray(latin),
                "Content-Type",
                "text/csv;charset=iso-8859-1",
                "Prefer",
                "wait=30");
        assertThat(declared.json().path("done").asInt()).isEqualTo(1);
    }

    @Test
    void a_file_may_be_longer_than_other_bodies_but_not_endless() {
        String row = prefix() + ",Lamp," + "d".repeat(1_000) + ",Lights,2.55,\n";
        String big = HEADER + row.repeat(3_000);
        assertThat(csv(PRODUCTS, big).json().path("total").asInt()).isEqualTo(3_000);
        byte[] tooBig = (HEADER + row.repeat(21_000)).getBytes(StandardCharsets.UTF_8);
        Answer chunked = operator.send(
                "POST",
                PRODUCTS,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooBig)),
                "Content-Type",
                "text/csv");
        assertThat(chunked.status()).isEqualTo(413);
    }

    @Test
    void json_is_taken_as_well() {
        String sku = prefix();
        Answer answer = operator.post(PRODUCTS, """
                [{"sku": "%s1", "name": "Lamp", "description": "", "category": "Lights", "price": 2.5, "picture": ""},
                 {"sku": "%s2", "name": "Lamp", "category": "Lights", "price": {"amount": "3.75", "currency": "GBP"}},
                 {"sku": "%s3", "name": "Lamp", "category": "Lights", "price": "x"},
                 {"sku": "%s4", "colour": "red"}, 7]
                """.formatted(sku, sku, sku, sku), "Prefer", "wait=30");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("done").asInt()).as(answer.body()).isEqualTo(2);
        assertThat(answer.json().path("errors").findValuesAsString("line")).containsExactly("3", "4", "5");
        assertThat(anybody()
                        .get("/api/v1/products/" + sku + "2")
                        .json()
                        .at("/price/amount")
                        .asString())
                .isEqualTo("3.75");
        assertThat(operator.post(PRODUCTS, "{}").badFields()).containsExactly("body");
        assertThat(operator.post(PRODUCTS, "nonsense").badFields()).containsExactly("body");
        Answer broken = operator.post(PRODUCTS, "[{\"sku\": ", "Prefer", "wait=30");
        assertThat(broken.json().path("failed").asInt()).isEqualTo(1);
    }

    @Test
    void a_delivery_sent_again_under_its_key_is_booked_once() {
        String sku = newProduct("1.00");
        String file = "sku,quantity,reason\n%s,5,delivery\n%s,2,delivery\n".formatted(sku, sku);
        String key = key();
        Answer first = csv(STOCK, file, "Idempotency-Key", key);
        Answer again = csv(STOCK, file, "Idempotency-Key", key);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(operator.get(first.header("Location")).json().path("state").asString())
                .isEqualTo("DONE");
        Answer ledger = operator.get("/api/v1/staff/stock/" + sku);
        assertThat(ledger.json().at("/stock/onHand").asInt()).isEqualTo(7);
        Answer other = csv(STOCK, file + sku + ",1,more\n", "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.isProblem()).isTrue();
    }

    @Test
    void rows_of_a_delivery_need_an_id_or_the_import_a_key() {
        String sku = newProduct("1.00");
        Answer answer = csv(
                STOCK,
                "movementId,sku,quantity,reason,warehouse\nd1/%s,%s,5,delivery,MAIN\n,%s,5,delivery,\n,%s,x,y,\nd2,%s,-1,y,\n"
                        .formatted(sku, sku, sku, sku, sku));
        List<String> errors = new ArrayList<>();
        answer.json()
                .path("errors")
                .forEach(error -> errors.add(
                        error.path("line").asInt() + " " + error.path("field").asString()));
        assertThat(errors).containsExactly("3 movementId", "4 movementId", "5 quantity");
        assertThat(operator.get("/api/v1/staff/stock/" + sku)
                        .json()
                        .at("/stock/onHand")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void an_import_that_nobody_waits_for_is_found_under_its_location() {
        String rows = IntStream.range(0, 500)
                .mapToObj(i -> prefix() + ",Lamp,d,Lights,2.55,\n")
                .collect(Collectors.joining());
        Answer answer =
                operator.send("POST", PRODUCTS, BodyPublishers.ofString(HEADER + rows), "Content-Type", "text/csv");
        assertThat(answer.status()).isEqualTo(202);
        org.awaitility.Awaitility.await().untilAsserted(() -> {
            Answer job = operator.get(answer.header("Location"));
            assertThat(job.json().path("state").asString()).isEqualTo("DONE");
            assertThat(job.json().path("done").asInt()).isEqualTo(500);
            assertThat(job.json().path("kind").asString()).isEqualTo("PRODUCTS");
        });
        assertThat(operator.get("/api/v1/staff/imports/no-such").status()).isEqualTo(404);
    }

    @Test
    void other_media_types_are_not_taken() {
        Answer answer = operator.send("POST", PRODUCTS, BodyPublishers.ofString("x"), "Content-Type", "text/plain");
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.isProblem()).isTrue();
    }

    @Test
    void a_withdrawn_product_is_not_brought_back_by_an_import() {
        String sku = newProduct("1.00");
        commands.sendAndWait(new RetireProduct(new Sku(sku), "old"));
        Answer answer = csv(PRODUCTS, HEADER + sku + ",Lamp,d,Lights,2.55,\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(anybody()
                        .get("/api/v1/products/" + sku)
                        .json()
                        .path("onSale")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void products_are_brought_in_by_the_warehouse_and_not_by_support() {
        String file = HEADER + prefix() + ",Lamp,d,Lights,2.55,\n";
        assertThat(staff("support@daybook.example")
                        .send("POST", PRODUCTS, BodyPublishers.ofString(file), "Content-Type", "text/csv")
                        .status())
                .isEqualTo(403);
        assertThat(staff("warehouse@daybook.example")
                        .send("POST", PRODUCTS, BodyPublishers.ofString(file), "Content-Type", "text/csv")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void a_description_is_no_longer_than_one_that_is_typed() {
        String sku = prefix();
        String row = ",Lamp,%s,Lights,2.55,\n";
        Answer answer = csv(
                PRODUCTS,
                HEADER + sku + "1" + row.formatted("d".repeat(4_001)) + sku + "2" + row.formatted("d".repeat(4_000)));
        assertThat(answer.json().path("done").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/errors/0/line").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("description");
        assertThat(answer.json().at("/errors/0/reason").asString()).isEqualTo("must have at most 4000 characters");
    }
}

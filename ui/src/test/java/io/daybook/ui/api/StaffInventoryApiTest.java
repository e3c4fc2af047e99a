package io.daybook.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ui.pictures.Images;
import io.daybook.ui.platform.Http;
import io.daybook.ui.platform.Http.Answer;
import io.daybook.ui.platform.PlatformTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffInventoryApiTest extends PlatformTest {

    private static final String PICTURES = "/api/v1/staff/pictures";

    private Http warehouse;
    private Http support;
    private Http customer;

    @BeforeAll
    void signIn() {
        warehouse = staff("warehouse@daybook.example");
        support = staff("support@daybook.example");
        customer = signedIn(newCustomer());
    }

    private static String receipt(Object quantity, String movement) {
        return "{\"quantity\": %s, \"reason\": \"delivery\", \"movementId\": \"%s\"}".formatted(quantity, movement);
    }

    private Answer picture(byte[] file, String type) {
        return warehouse.send("POST", PICTURES, BodyPublishers.ofByteArray(file), "Content-Type", type);
    }

    @Test
    void levels_are_listed_and_low_ones_flagged() {
        String sku = newProduct("1.00");
        warehouse.post("/api/v1/staff/stock/" + sku + "/receipts", receipt(12, key()));
        Answer all = warehouse.get("/api/v1/staff/stock?q=" + sku);
        assertThat(all.json().at("/stock/0/sku").asString()).isEqualTo(sku);
        assertThat(all.json().at("/stock/0/stock/available").asInt()).isEqualTo(12);
        assertThat(all.json().at("/stock/0/low").asBoolean()).isFalse();
        assertThat(all.json().path("lowBelow").asInt()).isEqualTo(10);
        Answer low = support.get("/api/v1/staff/stock?low=true&lowBelow=13&q=" + sku);
        assertThat(low.json().at("/stock/0/low").asBoolean()).isTrue();
        assertThat(warehouse
                        .get("/api/v1/staff/stock?low=true&q=" + sku)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(warehouse.get("/api/v1/staff/stock?size=501").badFields()).containsExactly("size");
        assertThat(warehouse.get("/api/v1/staff/stock?lowBelow=-1").badFields()).containsExactly("lowBelow");
        assertThat(warehouse.get("/api/v1/staff/stock?lowBelow=x").badFields()).containsExactly("lowBelow");
        assertThat(warehouse.get("/api/v1/staff/stock?warehouse=x").badFields()).containsExactly("warehouse");
        assertThat(customer.get("/api/v1/staff/stock").status()).isEqualTo(403);
    }

    @Test
    void units_are_received_once() {
        String sku = newProduct("1.00");
        String path = "/api/v1/staff/stock/" + sku + "/receipts";
        assertThat(warehouse.post(path, receipt(5, "r1")).status()).isEqualTo(204);
        assertThat(warehouse.post(path, receipt(5, "r1")).status()).isEqualTo(204);
        Answer ledger = warehouse.get("/api/v1/staff/stock/" + sku);
        assertThat(ledger.json().at("/stock/onHand").asInt()).isEqualTo(5);
        assertThat(support.post(path, receipt(5, "r2")).status()).isEqualTo(403);
        assertThat(warehouse
                        .post("/api/v1/staff/stock/NO-SUCH/receipts", receipt(5, "r3"))
                        .status())
                .isEqualTo(404);
        Answer compared = warehouse.get("/api/v1/staff/stock/" + sku + "/comparison");
        assertThat(compared.json().path("equal").asBoolean()).isTrue();
        assertThat(compared.json().at("/log/onHand").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10000001", "99999999999", "1.5", "\"5\"", "null"})
    void a_quantity_that_cannot_be_received_is_named(String quantity) {
        Answer answer =
                warehouse.post("/api/v1/staff/stock/" + newProduct("1.00") + "/receipts", receipt(quantity, key()));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.badFields()).containsExactly("quantity");
    }

    @Test
    void a_receipt_needs_reason_and_movement() {
        String path = "/api/v1/staff/stock/" + newProduct("1.00") + "/receipts";
        assertThat(warehouse.post(path, "{}").badFields()).containsExactly("quantity", "movementId");
        assertThat(warehouse
                        .post(path, receipt(1, "m").replace("delivery", " "))
                        .badFields())
                .containsExactly("reason");
        assertThat(warehouse.post(path, "[]").status()).isEqualTo(400);
        assertThat(warehouse
                        .post("/api/v1/staff/stock/a%20b/receipts", receipt(1, "m"))
                        .badFields())
                .containsExactly("sku");
    }

    @Test
    void files_come_out_as_they_go_in() {
        String sku = newProduct("1.25");
        warehouse.post("/api/v1/staff/stock/" + sku + "/receipts", receipt(3, key()));
        Answer stock = warehouse.get("/api/v1/staff/stock.csv");
        assertThat(stock.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(stock.body())
                .startsWith("sku,quantity,reason,movementId,warehouse\r\n")
                .contains(sku + ",3,");
        Answer products = warehouse.get("/api/v1/staff/products.csv");
        assertThat(products.body())
                .startsWith("sku,name,description,category,price,picture\r\n")
                .contains(sku + ",Lantern " + sku + ",Glows,Lights,1.25,");
        Answer again = operator()
                .send(
                        "POST",
                        "/api/v1/staff/products",
                        BodyPublishers.ofString(products.body()),
                        "Content-Type",
                        "text/csv",
                        "Prefer",
                        "wait=30");
        assertThat(again.json().path("failed").asInt()).as(again.body()).isZero();
    }

    @Test
    void a_product_is_listed_changed_and_retired() {
        String sku = "A" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        String path = "/api/v1/staff/products/" + sku;
        String lamp = "{\"name\": \"Lamp\", \"description\": \"d\", \"category\": \"Lights\","
                + " \"price\": \"2.50\", \"picture\": \"light-bulb\"}";
        assertThat(warehouse.json("PUT", path, lamp).status()).isEqualTo(204);
        assertThat(warehouse.json("PUT", path, lamp).status()).isEqualTo(204);
        assertThat(warehouse
                        .json("PUT", path, lamp.replace("2.50", "3.75").replace("Lamp", "Lantern"))
                        .status())
                .isEqualTo(204);
        Answer product = anybody().get("/api/v1/products/" + sku);
        assertThat(product.json().path("name").asString()).isEqualTo("Lantern");
        assertThat(product.json().at("/price/amount").asString()).isEqualTo("3.75");
        assertThat(warehouse.json("PUT", path, "{}").badFields()).containsExactly("price");
        assertThat(warehouse.json("PUT", path, lamp.replace("2.50", "0")).badFields())
                .containsExactly("price");
        assertThat(warehouse.json("PUT", path, lamp.replace("Lamp", "")).badFields())
                .containsExactly("name");
        assertThat(warehouse
                        .json("PUT", path, lamp.replace("light-bulb", "no-such"))
                        .badFields())
                .containsExactly("picture");
        assertThat(warehouse
                        .json("PUT", path, lamp.replace("\"d\"", "\"" + "d".repeat(4_001) + "\""))
                        .badFields())
                .containsExactly("description");
        assertThat(support.json("PUT", path, lamp).status()).isEqualTo(403);
        assertThat(warehouse.post(path + "/retirement", "{}").badFields()).containsExactly("reason");
        assertThat(warehouse.post(path + "/retirement", "{\"reason\": \"old\"}").status())
                .isEqualTo(204);
        assertThat(support.post(path + "/retirement", "{\"reason\": \"old\"}").status())
                .isEqualTo(403);
        assertThat(warehouse.get("/api/v1/staff/products?q=Lantern&size=200").body())
                .contains(sku);
        assertThat(anybody().get("/api/v1/products?q=Lantern&size=200").body()).doesNotContain(sku);
        assertThat(warehouse.get("/api/v1/staff/products?size=0").badFields()).containsExactly("size");
    }

    @Test
    void a_picture_is_kept_under_a_name_that_says_what_is_in_it() {
        Answer sent = picture(Images.of("png", 900, 300), "image/jpeg");
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        String name = sent.json().path("picture").asString();
        assertThat(name).matches("[0-9a-f]{32}\\.png");
        assertThat(picture(Images.of("png", 900, 300), "application/octet-stream")
                        .header("Location"))
                .isEqualTo(sent.header("Location"));
        Answer shown = anybody().get(sent.header("Location"));
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/png");
        assertThat(shown.header("Cache-Control")).contains("max-age=31536000", "public", "immutable");
        assertThat(shown.headers().allValues("X-Content-Type-Options")).containsOnly("nosniff");
        assertThat(anybody()
                        .get(sent.header("Location"), "If-None-Match", shown.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(anybody().get("/pictures/" + "0".repeat(32) + ".png").status())
                .isEqualTo(404);
        assertThat(anybody().get("/pictures/" + name.replace(".png", ".jpg")).status())
                .isEqualTo(404);
    }

    @Test
    void what_cannot_be_a_picture_is_refused() {
        byte[] text = "no picture".getBytes(StandardCharsets.UTF_8);
        assertThat(picture(text, "image/png").badFields()).containsExactly("picture");
        assertThat(picture(new byte[0], "image/png").badFields()).containsExactly("picture");
        assertThat(picture(Images.bomb(30_000, 30_000), "image/png").badFields())
                .containsExactly("picture");
        assertThat(picture(text, "image/svg+xml").status()).isEqualTo(415);
        assertThat(picture(new byte[3 * 1024 * 1024], "image/png").status()).isEqualTo(413);
        byte[] endless = new byte[3 * 1024 * 1024];
        Answer chunked = warehouse.send(
                "POST",
                PICTURES,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(endless)),
                "Content-Type",
                "image/png");
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.isProblem()).isTrue();
        assertThat(support.send("POST", PICTURES, BodyPublishers.ofByteArray(text), "Content-Type", "image/png")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_form_with_a_file_that_is_longer_than_any_is_refused_as_what_it_is() {
        Answer answer = anybody()
                .send(
                        "POST",
                        "/staff/catalogue/imports",
                        BodyPublishers.ofByteArray(new byte[22 * 1024 * 1024]),
                        "Content-Type",
                        "multipart/form-data; boundary=x");
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void how_far_the_views_have_come_is_told() {
        Answer views = support.get("/api/v1/staff/views");
        assertThat(views.json().at("/views/0/view").asString()).isEqualTo("stock");
        assertThat(views.json().at("/views/0/behind").asLong())
                .isEqualTo(views.json().path("head").asLong() + 1);
        assertThat(customer.get("/api/v1/staff/views").status()).isEqualTo(403);
    }
}

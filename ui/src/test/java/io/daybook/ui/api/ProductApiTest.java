package io.daybook.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.InventoryCommand.ReceiveStock;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.ui.platform.Http;
import io.daybook.ui.platform.Http.Answer;
import io.daybook.ui.platform.PlatformTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProductApiTest extends PlatformTest {

    @Test
    void each_request_may_say_how_fresh_stock_shall_be() {
        String sku = newProduct("2.50");
        commands.sendAndWait(
                new ReceiveStock(WarehouseId.MAIN, new Sku(sku), MovementId.random(), 12, "delivery", "somebody"));
        String path = "/api/v1/products/" + sku;

        JsonNode usual = anybody().get(path).json().path("freshness");
        assertThat(usual.path("consistency").asString()).isEqualTo("EVENTUAL");
        assertThat(usual.path("position").asLong()).isEqualTo(7);

        JsonNode strong = anybody().get(path + "?consistency=STRONG").json();
        assertThat(strong.at("/freshness/consistency").asString()).isEqualTo("STRONG");
        assertThat(strong.at("/freshness/position").isNull()).isTrue();
        assertThat(strong.at("/freshness/updating").asBoolean()).isFalse();
        assertThat(strong.at("/stock/available").asInt()).isEqualTo(12);

        assertThat(updating(anybody(), path + "?consistency=READ_YOUR_WRITES")).isFalse();
        assertThat(updating(anybody(), path + "?consistency=READ_YOUR_WRITES&atLeast=7"))
                .isFalse();
        assertThat(updating(anybody(), path + "?consistency=READ_YOUR_WRITES&atLeast=1000000"))
                .isTrue();
        assertThat(updating(anybody(), "/api/v1/products?q=" + sku + "&consistency=READ_YOUR_WRITES&atLeast=1000000"))
                .isTrue();
    }

    private static boolean updating(Http client, String path) {
        return client.get(path).json().at("/freshness/updating").asBoolean();
    }

    @Test
    void a_freshness_that_nobody_knows_is_refused_by_its_name() {
        for (String path : List.of("/api/v1/products", "/api/v1/products/ANY")) {
            Answer refused = anybody().get(path + "?consistency=SOMETIMES");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("consistency");
        }
        assertThat(anybody()
                        .get("/api/v1/products/ANY?atLeast=soon")
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("atLeast");
    }

    @Test
    void products_are_shown_to_everybody_with_what_is_available() {
        String sku = newProduct("2.50");
        commands.sendAndWait(
                new ReceiveStock(WarehouseId.MAIN, new Sku(sku), MovementId.random(), 12, "delivery", "somebody"));
        Answer found = anybody().get("/api/v1/products?q=" + sku + "&category=Lights&page=0&size=5");
        assertThat(found.json().path("total").asInt()).isEqualTo(1);
        assertThat(found.json().at("/products/0/sku").asString()).isEqualTo(sku);
        assertThat(found.json().at("/products/0/price/amount").asString()).isEqualTo("2.50");
        assertThat(found.json().at("/products/0/available").asInt()).isEqualTo(12);
        assertThat(found.json().path("position").isNumber()).isTrue();
        Answer one = anybody().get("/api/v1/products/" + sku);
        assertThat(one.json().at("/stock/onHand").asInt()).isEqualTo(12);
        assertThat(one.json().at("/stock/reserved").asInt()).isZero();
        assertThat(one.json().at("/stock/available").asInt()).isEqualTo(12);
        assertThat(anybody()
                        .get("/api/v1/products?q=no-such-thing")
                        .json()
                        .path("products")
                        .size())
                .isZero();
    }
}

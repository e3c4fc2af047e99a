package io.daybook.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.InventoryCommand.ReceiveStock;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.ui.platform.Http.Answer;
import io.daybook.ui.platform.PlatformTest;
import org.junit.jupiter.api.Test;

class ProductApiTest extends PlatformTest {

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

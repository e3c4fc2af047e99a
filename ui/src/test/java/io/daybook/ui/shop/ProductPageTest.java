package io.daybook.ui.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.StockQuery.FindStock;
import io.daybook.ui.world.LiveReader;
import io.daybook.ui.world.Shelves;
import io.daybook.ui.world.ShopTest;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;

@ShopTest
class ProductPageTest {

    private final MockMvc browser;
    private final Shelves shelves;
    private final QueryUpdateEmitter updates;

    @LocalServerPort
    private int port;

    @Autowired
    ProductPageTest(MockMvc browser, Shelves shelves, QueryUpdateEmitter updates) {
        this.browser = browser;
        this.shelves = shelves;
        this.updates = updates;
    }

    @BeforeEach
    void fill_the_shelves() {
        shelves.clear();
        shelves.list("KIT-001", "Everyday <b>Mug</b>", "Kitchen", "8.50", "hot-beverage", 240);
        shelves.list("KIT-002", "Stockpot", "Kitchen", "1244.00", "pot-of-food", 0);
    }

    @Test
    void a_product_is_shown_with_price_and_stock() throws Exception {
        browser.perform(get("/products/KIT-002"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("£1,244.00")))
                .andExpect(content().string(containsString("Sold out")))
                .andExpect(content().string(containsString("disabled")));
    }

    @Test
    void its_code_is_known_in_small_letters_too() throws Exception {
        browser.perform(get("/products/kit-001"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Everyday &lt;b&gt;Mug&lt;/b&gt;")));
    }

    @Test
    void an_unknown_product_is_not_found() throws Exception {
        browser.perform(get("/products/NO-SUCH")).andExpect(status().isNotFound());
        browser.perform(get("/products/{code}", "<script>")).andExpect(status().isNotFound());
        browser.perform(get("/products/NO-SUCH/live").accept("text/event-stream"))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_product_that_is_no_longer_sold_cannot_be_put_into_the_basket() throws Exception {
        shelves.retire("KIT-001");
        browser.perform(get("/products/KIT-001"))
                .andExpect(content().string(containsString("no longer sold")))
                .andExpect(content().string(not(containsString("Add to basket"))));
    }

    @Test
    void stock_changes_on_the_open_page_and_nothing_is_left_when_it_closes() throws Exception {
        shelves.list("LIVE-1", "Live Mug", "Kitchen", "8.50", "hot-beverage", 240);
        try (LiveReader page = LiveReader.open(port, "/products/LIVE-1/live", "")) {
            await().untilAsserted(() -> assertThat(page.text()).contains("event:stock", "240 available"));
            shelves.stock("LIVE-1", 2);
            await().untilAsserted(() -> assertThat(page.text()).contains("Only 2 left"));
            shelves.stock("LIVE-1", 0);
            await().untilAsserted(() -> assertThat(page.text()).contains("Sold out"));
            assertThat(page.text()).doesNotContain("<button");
        }
        await().until(() -> {
            // Who has gone is found out by writing to them.
            shelves.stock("LIVE-1", (int) (System.nanoTime() % 1000));
            return subscriptions("LIVE-1") == 0;
        });
    }

    @Test
    void however_many_pages_show_a_product_it_is_followed_once() throws Exception {
        shelves.list("LIVE-2", "Live Pot", "Kitchen", "8.50", "pot-of-food", 0);
        try (LiveReader one = LiveReader.open(port, "/products/LIVE-2/live", "");
                LiveReader two = LiveReader.open(port, "/products/LIVE-2/live", "")) {
            await().untilAsserted(() -> assertThat(two.text()).contains("Sold out"));
            assertThat(subscriptions("LIVE-2")).isEqualTo(1);
            shelves.stock("LIVE-2", 4);
            await().untilAsserted(() -> assertThat(one.text()).contains("Only 4 left"));
            await().untilAsserted(() -> assertThat(two.text()).contains("Only 4 left"));
        }
        await().until(() -> {
            shelves.stock("LIVE-2", (int) (System.nanoTime() % 1000));
            return subscriptions("LIVE-2") == 0;
        });
    }

    private long subscriptions(String sku) {
        return updates.activeSubscriptions().stream()
                .filter(query -> query.getPayload() instanceof FindStock stock
                        && stock.skus().contains(new Sku(sku)))
                .count();
    }
}

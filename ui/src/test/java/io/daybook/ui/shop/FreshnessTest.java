package io.daybook.ui.shop;

import static io.daybook.ui.world.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.OperationsEvent.StockConsistencyChanged;
import io.daybook.api.operations.StockConsistency;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.world.LiveReader;
import io.daybook.ui.world.People;
import io.daybook.ui.world.Shelves;
import io.daybook.ui.world.ShopTest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The view says 2 are left; the stock itself says 3. */
@ShopTest
@TestPropertySource(properties = "daybook.stock.count-again-after=0s")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FreshnessTest {

    private static final String STALE = "Only 2 left";
    private static final String FRESH = "Only 3 left";
    private static final String UPDATING = "still updating";

    private final MockMvc browser;
    private final Shelves shelves;
    private final DecidedControls controls;

    @LocalServerPort
    private int port;

    @Autowired
    FreshnessTest(MockMvc browser, Shelves shelves, DecidedControls controls) {
        this.browser = browser;
        this.shelves = shelves;
        this.controls = controls;
    }

    @BeforeEach
    void fill_the_shelves() {
        shelves.clear();
        shelves.list("FRESH-1", "Mug", "Kitchen", "8.50", "hot-beverage", 2);
        shelves.counts("FRESH-1", 3);
    }

    @AfterEach
    void nothing_is_decided() {
        controls.steer(Controls.USUAL);
        shelves.clear();
    }

    private void decide(StockConsistency consistency) {
        controls.steer(Controls.USUAL.after(new StockConsistencyChanged(consistency, "a test", "test")));
    }

    private String page(String path) throws Exception {
        return page(get(path));
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse().getContentAsString();
    }

    @Test
    void every_page_with_stock_follows_what_was_decided() throws Exception {
        Cookie cart = browser.perform(
                        post("/cart/lines").with(csrf()).param("sku", "FRESH-1").param("quantity", "1"))
                .andReturn()
                .getResponse()
                .getCookie("daybook-cart");
        for (StockConsistency consistency : StockConsistency.values()) {
            decide(consistency);
            String expected = consistency == StockConsistency.STRONG ? FRESH : STALE;
            assertThat(page("/")).contains(expected).doesNotContain(UPDATING);
            assertThat(page("/products/FRESH-1")).contains(expected).doesNotContain(UPDATING);
            assertThat(page(get("/cart").cookie(cart))).contains(expected).doesNotContain(UPDATING);
        }
    }

    @Test
    void while_the_stock_cannot_be_asked_the_shop_shows_the_view_and_says_so() throws Exception {
        decide(StockConsistency.STRONG);
        shelves.uncountable();

        assertThat(page("/products/FRESH-1")).contains(STALE, UPDATING);
        assertThat(page("/")).contains(STALE, UPDATING);
    }

    @Test
    void whoever_has_moved_stock_is_told_when_the_page_does_not_have_it_yet() throws Exception {
        decide(StockConsistency.READ_YOUR_WRITES);
        Cookie session = null;
        for (int delivery = 0; delivery < 3; delivery++) {
            // The log is longer now than the view has come.
            session = receive();
        }

        assertThat(page("/products/FRESH-1")).doesNotContain(UPDATING);
        assertThat(page(get("/products/FRESH-1").cookie(session))).contains(UPDATING);

        shelves.reaches(Long.MAX_VALUE);
        assertThat(page(get("/products/FRESH-1").cookie(session))).doesNotContain(UPDATING);
    }

    private Cookie receive() throws Exception {
        return browser.perform(post("/staff/inventory/FRESH-1/receipts")
                        .param("movement", "delivery-" + System.nanoTime())
                        .param("quantity", "1")
                        .param("reason", "delivery")
                        .with(by(People.staff(Role.WAREHOUSE)))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getCookie("SESSION");
    }

    @Test
    void an_open_page_follows_the_stock_itself_and_goes_back_to_the_view_when_that_is_decided() throws Exception {
        decide(StockConsistency.STRONG);
        try (LiveReader page = LiveReader.open(port, "/products/FRESH-1/live", "")) {
            await().untilAsserted(() -> assertThat(page.text()).contains(FRESH));
            shelves.counts("FRESH-1", 1);
            await().untilAsserted(() -> assertThat(page.text()).contains("Only 1 left"));
            assertThat(page.text()).doesNotContain(STALE);

            shelves.uncountable();
            await().untilAsserted(() -> assertThat(page.text()).contains(STALE, UPDATING));

            decide(StockConsistency.EVENTUAL);
            shelves.stock("FRESH-1", 4);
            await().untilAsserted(() -> assertThat(page.text()).contains("Only 4 left"));
        }
    }
}

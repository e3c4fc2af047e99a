package io.daybook.ui.shop;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.ui.world.Shelves;
import io.daybook.ui.world.ShopTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ShopTest
class CataloguePageTest {

    private final MockMvc browser;
    private final Shelves shelves;

    @Autowired
    CataloguePageTest(MockMvc browser, Shelves shelves) {
        this.browser = browser;
        this.shelves = shelves;
    }

    @BeforeEach
    void fill_the_shelves() {
        shelves.clear();
        shelves.list("KIT-001", "Everyday Mug", "Kitchen", "8.50", "hot-beverage", 240);
        shelves.list("KIT-002", "Stockpot", "Kitchen", "44.00", "pot-of-food", 3);
        shelves.list("TOY-001", "Tin Robot", "Toys & games", "14.80", "robot", 0);
        shelves.list("TOY-002", "<script>alert(1)</script> Kite", "Toys & games", "12.60", "\"><b>", 9);
    }

    @Test
    void categories_are_shown_with_how_many_products_they_have() throws Exception {
        browser.perform(get("/"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Kitchen</span> <span class=\"count\">2</span>")))
                .andExpect(content().string(containsString("/?category=Toys%20%26%20games")));
    }

    @Test
    void cards_say_price_and_how_much_there_is() throws Exception {
        browser.perform(get("/"))
                .andExpect(content().string(containsString("£8.50")))
                .andExpect(content().string(containsString("In stock")))
                .andExpect(content().string(containsString("Only 3 left")))
                .andExpect(content().string(containsString("Sold out")));
    }

    @Test
    void what_a_product_is_called_is_text_and_never_markup() throws Exception {
        browser.perform(get("/"))
                .andExpect(content()
                        .string(allOf(
                                containsString("&lt;script&gt;alert(1)&lt;/script&gt; Kite"),
                                not(containsString("<script>alert")),
                                not(containsString("\"><b>")))));
    }

    @Test
    void a_product_without_a_good_picture_gets_a_parcel() throws Exception {
        browser.perform(get("/products/TOY-002")).andExpect(content().string(containsString("/pictures/package.svg")));
    }

    @Test
    void a_category_shows_its_products_only() throws Exception {
        browser.perform(get("/").param("category", "Kitchen"))
                .andExpect(content().string(allOf(containsString("Stockpot"), not(containsString("Tin Robot")))))
                .andExpect(content().string(containsString("2 products")));
    }

    @Test
    void a_search_finds_and_says_when_it_does_not() throws Exception {
        browser.perform(get("/").param("q", "mug"))
                .andExpect(content().string(allOf(containsString("Everyday Mug"), containsString("1 product<"))));
        browser.perform(get("/").param("q", "<b>zebra"))
                .andExpect(content()
                        .string(allOf(containsString("&lt;b&gt;zebra"), containsString("Nothing in the shop"))));
    }

    @Test
    void htmx_gets_the_part_that_changes_and_everybody_else_the_page() throws Exception {
        browser.perform(get("/").param("q", "mug").header("HX-Request", "true"))
                .andExpect(content().string(allOf(containsString("Everyday Mug"), not(containsString("<html")))))
                .andExpect(header().stringValues("Vary", org.hamcrest.Matchers.hasItem("HX-Request")));
        browser.perform(get("/").header("HX-Request", "true").header("HX-History-Restore-Request", "true"))
                .andExpect(content().string(containsString("<html")));
    }

    @Test
    void pages_lead_to_their_neighbours_and_keep_the_search() throws Exception {
        for (int i = 0; i < 60; i++) {
            shelves.list("STA-%03d".formatted(i), "Pencil No. %02d".formatted(i), "Stationery", "1.00", "pencil", 10);
        }
        browser.perform(get("/").param("q", "pencil no").param("page", "2"))
                .andExpect(content().string(containsString("Page 2 of 3")))
                .andExpect(content().string(containsString("href=\"/?q=pencil%20no&amp;page=3\"")))
                .andExpect(content().string(containsString("href=\"/?q=pencil%20no\"")));
    }

    @Test
    void nonsense_in_the_address_does_no_harm() throws Exception {
        browser.perform(get("/").param("page", "-7").param("q", "x".repeat(5000)))
                .andExpect(status().isOk());
        browser.perform(get("/").param("page", "99999").param("category", "{category}"))
                .andExpect(status().isOk());
        browser.perform(get("/").param("page", "one")).andExpect(status().isOk());
    }

    @Test
    void while_the_views_are_away_a_page_that_was_shown_is_shown_again_and_says_of_when_it_is() throws Exception {
        browser.perform(get("/")).andExpect(content().string(not(containsString("Prices and stock as of"))));
        shelves.away(true);
        browser.perform(get("/"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Everyday Mug"),
                                containsString("Prices and stock as of"),
                                containsString("Ordering is not possible now"))));
        browser.perform(get("/products/KIT-002"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Prices and stock as of")));
        browser.perform(get("/").header("HX-Request", "true"))
                .andExpect(content().string(containsString("id=\"away\" hx-swap-oob=\"innerHTML\"")));
        browser.perform(get("/").param("q", "never asked before")).andExpect(status().isServiceUnavailable());
        shelves.away(false);
        browser.perform(get("/")).andExpect(content().string(not(containsString("Prices and stock as of"))));
    }

    @Test
    void nothing_inline_is_allowed_and_nothing_inline_is_there() throws Exception {
        browser.perform(get("/"))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
                .andExpect(content().string(allOf(not(containsString("style=")), not(containsString("<script>")))));
    }
}

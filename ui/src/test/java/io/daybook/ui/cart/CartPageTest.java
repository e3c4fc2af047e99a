package io.daybook.ui.cart;

import static io.daybook.ui.world.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.world.LiveReader;
import io.daybook.ui.world.People;
import io.daybook.ui.world.Shelves;
import io.daybook.ui.world.ShopTest;
import jakarta.servlet.http.Cookie;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ShopTest
class CartPageTest {

    private final MockMvc browser;
    private final Shelves shelves;

    @LocalServerPort
    private int port;

    @Autowired
    CartPageTest(MockMvc browser, Shelves shelves) {
        this.browser = browser;
        this.shelves = shelves;
    }

    @BeforeEach
    void fill_the_shelves() {
        shelves.clear();
        shelves.list("KIT-001", "Mug & Saucer", "Kitchen", "8.50", "hot-beverage", 240);
        shelves.list("KIT-002", "Stockpot", "Kitchen", "44.00", "pot-of-food", 3);
    }

    @Test
    void what_is_added_is_there_at_the_next_visit_by_a_cookie_that_scripts_cannot_read() throws Exception {
        MockHttpServletResponse added = browser.perform(
                        post("/cart/lines").with(csrf()).param("sku", "KIT-001").param("quantity", "2"))
                .andExpect(redirectedUrl("/cart"))
                .andReturn()
                .getResponse();
        assertThat(added.getHeaders("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("daybook-cart="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=");
        browser.perform(get("/cart").cookie(added.getCookie("daybook-cart")))
                .andExpect(content().string(allOf(containsString("Mug &amp; Saucer"), containsString("£17.00"))));
    }

    @Test
    void a_forged_request_is_refused() throws Exception {
        browser.perform(post("/cart/lines").param("sku", "KIT-001")).andExpect(status().isForbidden());
        browser.perform(post("/cart/lines/KIT-001/removal").with(csrf().useInvalidToken()))
                .andExpect(status().isForbidden());
    }

    @Test
    void more_than_there_is_gets_a_warning() throws Exception {
        Cookie cart = cartWith("KIT-002", "5");
        browser.perform(get("/cart").cookie(cart))
                .andExpect(content().string(containsString("Only 3 available, you want 5")))
                .andExpect(content().string(containsString("Not everything is available")));
    }

    @Test
    void prices_in_two_currencies_come_to_two_sums_and_one_of_them_has_to_go() throws Exception {
        shelves.list("KIT-003", "Diner Mug", "Kitchen", "USD 5.00", "hot-beverage", 240);
        Account ada = People.newCustomer();
        for (String sku : List.of("KIT-001", "KIT-003")) {
            browser.perform(post("/cart/lines").with(csrf()).with(by(ada)).param("sku", sku));
        }
        browser.perform(get("/cart").with(by(ada)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("£8.50 and US$5.00"),
                                containsString("An order is in one currency"),
                                not(containsString("Go to checkout")))));
        browser.perform(post("/cart/lines/KIT-003/removal").with(csrf()).with(by(ada)));
        browser.perform(get("/cart").with(by(ada)))
                .andExpect(content()
                        .string(allOf(containsString("Go to checkout"), not(containsString("in one currency")))));
    }

    @Test
    void quantities_change_and_lines_go() throws Exception {
        Cookie cart = cartWith("KIT-002", "5");
        browser.perform(post("/cart/lines/KIT-002").with(csrf()).cookie(cart).param("quantity", "2"))
                .andExpect(redirectedUrl("/cart"));
        browser.perform(get("/cart").cookie(cart))
                .andExpect(content().string(allOf(containsString("£88.00"), not(containsString("Not everything")))));
        browser.perform(post("/cart/lines/KIT-002/removal").with(csrf()).cookie(cart))
                .andExpect(redirectedUrl("/cart"));
        browser.perform(get("/cart").cookie(cart))
                .andExpect(content().string(containsString("nothing in your basket")));
    }

    @Test
    void a_slip_of_the_finger_is_put_right() throws Exception {
        Cookie cart = cartWith("KIT-001", "999999");
        browser.perform(get("/cart").cookie(cart)).andExpect(content().string(containsString("value=\"999\"")));
        browser.perform(post("/cart/lines/KIT-001").with(csrf()).cookie(cart).param("quantity", "-4"));
        browser.perform(get("/cart").cookie(cart)).andExpect(content().string(containsString("value=\"1\"")));
    }

    @Test
    void an_unknown_product_cannot_be_added() throws Exception {
        browser.perform(post("/cart/lines").with(csrf()).param("sku", "NO-SUCH"))
                .andExpect(status().isNotFound());
        browser.perform(post("/cart/lines").with(csrf()).param("sku", "<b>")).andExpect(status().isNotFound());
    }

    @Test
    void htmx_gets_the_part_that_changes() throws Exception {
        browser.perform(post("/cart/lines")
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param("sku", "KIT-001")
                        .param("quantity", "3"))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("is in your basket"), containsString("id=\"badge\""))))
                .andExpect(content().string(not(containsString("<html"))));
        Cookie cart = cartWith("KIT-001", "1");
        browser.perform(post("/cart/lines/KIT-001")
                        .with(csrf())
                        .cookie(cart)
                        .header("HX-Request", "true")
                        .param("quantity", "2"))
                .andExpect(content().string(allOf(containsString("£17.00"), not(containsString("<html")))));
    }

    @Test
    void the_cart_follows_its_owner_when_they_sign_in_and_is_poured_in_once() throws Exception {
        Account ada = People.newCustomer();
        Cookie collected = cartWith("KIT-001", "2");
        MockHttpServletResponse first = browser.perform(
                        get("/cart").with(by(ada)).cookie(collected))
                .andExpect(content().string(containsString("£17.00")))
                .andReturn()
                .getResponse();
        assertThat(first.getCookie("daybook-cart").getMaxAge()).isZero();
        browser.perform(get("/cart").with(by(ada)).cookie(collected))
                .andExpect(content().string(containsString("£17.00")));
        browser.perform(get("/cart").with(by(ada))).andExpect(content().string(containsString("£17.00")));
        browser.perform(get("/cart").cookie(collected))
                .andExpect(content().string(containsString("nothing in your basket")));
    }

    @Test
    void a_product_that_is_no_longer_sold_is_left_out_and_said_so() throws Exception {
        Cookie cart = cartWith("KIT-001", "1");
        shelves.retire("KIT-001");
        browser.perform(get("/cart").cookie(cart))
                .andExpect(content().string(allOf(containsString("no longer sold"), containsString("KIT-001"))));
    }

    @Test
    void stock_of_each_line_is_live() throws Exception {
        shelves.list("LIVE-3", "Live Pot", "Kitchen", "8.50", "pot-of-food", 3);
        Cookie cart = cartWith("LIVE-3", "3");
        try (LiveReader page = LiveReader.open(port, "/cart/live", "daybook-cart=" + cart.getValue())) {
            await().untilAsserted(() -> assertThat(page.text()).contains("event:LIVE-3", "Only 3 left"));
            shelves.stock("LIVE-3", 1);
            await().untilAsserted(() -> assertThat(page.text()).contains("Only 1 available, you want 3"));
        }
    }

    private Cookie cartWith(String sku, String quantity) throws Exception {
        return browser.perform(
                        post("/cart/lines").with(csrf()).param("sku", sku).param("quantity", quantity))
                .andReturn()
                .getResponse()
                .getCookie("daybook-cart");
    }
}

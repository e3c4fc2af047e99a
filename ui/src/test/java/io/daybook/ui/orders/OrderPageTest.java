package io.daybook.ui.orders;

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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.Shortage;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderState;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.placement.OrderPlacement;
import io.daybook.ui.placement.RequestedLine;
import io.daybook.ui.world.Books;
import io.daybook.ui.world.People;
import io.daybook.ui.world.Shelves;
import io.daybook.ui.world.ShopTest;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@ShopTest
class OrderPageTest {

    private static final Address ADDRESS = new Address("Ada", "12 Quay Street", "Whitby", "YO21 1AA", "UK");

    private final MockMvc browser;
    private final Shelves shelves;
    private final Books books;
    private final OrderPlacement placement;

    private Account ada = People.newCustomer();

    @Autowired
    OrderPageTest(MockMvc browser, Shelves shelves, Books books, OrderPlacement placement) {
        this.browser = browser;
        this.shelves = shelves;
        this.books = books;
        this.placement = placement;
    }

    @BeforeEach
    void fill_the_shelves() {
        books.clear();
        shelves.clear();
        shelves.list("KIT-001", "Mug & <b>Saucer</b>", "Kitchen", "8.50", "hot-beverage", 240);
        shelves.list("KIT-002", "Stockpot", "Kitchen", "44.00", "pot-of-food", 3);
        ada = People.newCustomer();
    }

    @Test
    void an_order_is_shown_with_its_steps_and_what_happened() throws Exception {
        OrderId order = placed("KIT-001");
        books.happens(order, OrderState.PLACED, "PaymentAuthorized");
        browser.perform(get("/orders/" + order).with(by(ada)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("In progress")))
                .andExpect(content().string(containsString("Payment approved")))
                .andExpect(content().string(containsString("Mug &amp; &lt;b&gt;Saucer&lt;/b&gt;")))
                .andExpect(content().string(containsString("http-equiv=\"refresh\"")));
    }

    @Test
    void another_customers_order_is_not_there() throws Exception {
        OrderId order = placed("KIT-001");
        Account bert = People.newCustomer();
        browser.perform(get("/orders/" + order).with(by(bert))).andExpect(status().isNotFound());
        browser.perform(get("/orders/" + order + "/live").with(by(bert)).accept("text/event-stream"))
                .andExpect(status().isNotFound());
        browser.perform(post("/orders/" + order + "/cancellation")
                        .with(by(bert))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        browser.perform(post("/orders/" + order + "/again").with(by(bert)).with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(books.order(order).state()).isEqualTo(OrderState.PLACED);
    }

    @Test
    void staff_see_every_order() throws Exception {
        OrderId order = placed("KIT-001");
        browser.perform(get("/orders/" + order).with(by(People.staff(Role.SUPPORT))))
                .andExpect(status().isOk());
    }

    @Test
    void whoever_has_not_signed_in_is_asked_to() throws Exception {
        browser.perform(get("/orders/" + placed("KIT-001")).accept("text/html")).andExpect(status().is3xxRedirection());
        browser.perform(get("/orders").accept("text/html")).andExpect(status().is3xxRedirection());
    }

    @Test
    void an_unknown_or_impossible_number_is_not_found() throws Exception {
        browser.perform(get("/orders/" + UUID.randomUUID()).with(by(ada))).andExpect(status().isNotFound());
        browser.perform(get("/orders/{id}", "<script>").with(by(ada))).andExpect(status().isNotFound());
    }

    @Test
    void a_refused_order_says_what_was_short_and_the_goods_can_be_put_back() throws Exception {
        OrderId order = placed("KIT-002");
        books.happens(
                order,
                OrderState.REJECTED,
                "OrderRejected",
                "not enough stock",
                List.of(new Shortage(new Sku("KIT-002"), 2, 1)));
        browser.perform(get("/orders/" + order).with(by(ada)))
                .andExpect(content().string(allOf(containsString("Not fulfilled"), not(containsString("Reason:")))))
                .andExpect(content().string(containsString("only 1 left")))
                .andExpect(content().string(not(containsString("Cancel this order"))));
        browser.perform(post("/orders/" + order + "/again").with(by(ada)).with(csrf()))
                .andExpect(redirectedUrl("/cart"));
        browser.perform(get("/cart").with(by(ada))).andExpect(content().string(containsString("Stockpot")));
    }

    @Test
    void an_order_can_be_cancelled() throws Exception {
        OrderId order = placed("KIT-001");
        browser.perform(post("/orders/" + order + "/cancellation").with(by(ada)).with(csrf()))
                .andExpect(redirectedUrl("/orders/" + order));
        assertThat(books.order(order).state()).isEqualTo(OrderState.CANCELLING);
        browser.perform(get("/orders/" + order).with(by(ada)))
                .andExpect(content()
                        .string(allOf(containsString("Being cancelled"), not(containsString("Cancel this order")))));
    }

    @Test
    void staff_cancel_with_a_reason_at_their_own_desk_and_not_here() throws Exception {
        OrderId order = placed("KIT-001");
        for (Role role : List.of(Role.WAREHOUSE, Role.SUPPORT, Role.OPERATOR)) {
            Account staff = People.staff(role);
            browser.perform(get("/orders/" + order).with(by(staff)))
                    .andExpect(content().string(not(containsString("Cancel this order"))));
            browser.perform(post("/orders/" + order + "/cancellation")
                            .with(by(staff))
                            .with(csrf()))
                    .andExpect(status().isNotFound());
        }
        assertThat(books.order(order).state()).isEqualTo(OrderState.PLACED);
    }

    @Test
    void a_cancellation_that_comes_too_late_says_why() throws Exception {
        OrderId order = placed("KIT-001");
        books.happens(order, OrderState.DISPATCHED, "OrderDispatched");
        browser.perform(post("/orders/" + order + "/cancellation").with(by(ada)).with(csrf()))
                .andExpect(flash().attribute("notice", Matchers.hasToString(containsString("left the warehouse"))));
    }

    @Test
    void a_forged_cancellation_is_refused() throws Exception {
        OrderId order = placed("KIT-001");
        browser.perform(post("/orders/" + order + "/cancellation").with(by(ada)))
                .andExpect(status().isForbidden());
        assertThat(books.order(order).state()).isEqualTo(OrderState.PLACED);
    }

    @Test
    void a_page_that_the_view_is_behind_says_so_until_it_has_caught_up() throws Exception {
        OrderId settled = placed("KIT-001");
        books.happens(settled, OrderState.CONFIRMED, "OrderConfirmed");
        books.viewBehind(true);
        browser.perform(post("/cart/lines").with(by(ada)).with(csrf()).param("sku", "KIT-001"));
        MvcResult checkout = browser.perform(post("/checkout")
                        .with(by(ada))
                        .with(csrf())
                        .param("name", "Ada")
                        .param("street", "12 Quay Street")
                        .param("city", "Whitby")
                        .param("postcode", "YO21 1AA")
                        .param("country", "UK")
                        .param("card", "4242424242424242")
                        .param("key", "first"))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        Cookie session = checkout.getResponse().getCookie("SESSION");
        String order = checkout.getResponse().getRedirectedUrl();
        browser.perform(get(order).with(by(ada)).cookie(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Still updating")));
        browser.perform(get("/orders").with(by(ada)).cookie(session))
                .andExpect(content().string(containsString("Still updating")));
        browser.perform(get("/orders/" + settled).with(by(ada)).cookie(session))
                .andExpect(content()
                        .string(allOf(containsString("Still updating"), containsString("http-equiv=\"refresh\""))));
        books.viewBehind(false);
        browser.perform(get(order).with(by(ada)).cookie(session))
                .andExpect(
                        content().string(allOf(containsString("In progress"), not(containsString("Still updating")))));
        browser.perform(get("/orders/" + settled).with(by(ada)).cookie(session))
                .andExpect(content().string(not(containsString("http-equiv=\"refresh\""))));
    }

    @Test
    void the_history_shows_own_orders_page_by_page() throws Exception {
        for (int i = 0; i < 12; i++) {
            placed("KIT-001");
        }
        browser.perform(get("/orders").with(by(ada)))
                .andExpect(content().string(containsString("Page 1 of 2")))
                .andExpect(content().string(containsString("/orders?page=2")));
        browser.perform(get("/orders").with(by(People.newCustomer())))
                .andExpect(content().string(containsString("have not ordered anything yet")));
    }

    @Test
    void an_order_page_is_live() throws Exception {
        OrderId order = placed("KIT-001");
        MvcResult live = browser.perform(
                        get("/orders/" + order + "/live").with(by(ada)).accept("text/event-stream"))
                .andExpect(status().isOk())
                .andReturn();
        await().untilAsserted(() ->
                assertThat(live.getResponse().getContentAsString()).contains("event:order", "In progress"));
        books.happens(order, OrderState.PLACED, "PaymentAuthorized");
        books.happens(order, OrderState.CONFIRMED, "OrderConfirmed");
        await().untilAsserted(() -> assertThat(live.getResponse().getContentAsString())
                .contains("Confirmed", "warehouse sends it next", "Cancel this order")
                .doesNotContain("<html"));
        books.happens(order, OrderState.DISPATCHED, "OrderDispatched");
        await().untilAsserted(() ->
                assertThat(live.getResponse().getContentAsString()).contains("event:over"));
    }

    @Test
    void the_warehouse_dispatches_and_nobody_else_does() throws Exception {
        OrderId order = placed("KIT-001");
        books.happens(order, OrderState.CONFIRMED, "OrderConfirmed");
        browser.perform(post("/staff/orders/" + order + "/dispatch")
                        .with(by(ada))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        browser.perform(get("/orders/" + order).with(by(ada)))
                .andExpect(content().string(not(containsString("Dispatch this order"))));
        Account warehouse = People.staff(Role.WAREHOUSE);
        browser.perform(get("/orders/" + order).with(by(warehouse)))
                .andExpect(content().string(containsString("Dispatch this order")));
        browser.perform(post("/staff/orders/" + order + "/dispatch")
                        .with(by(warehouse))
                        .with(csrf()))
                .andExpect(redirectedUrl("/orders/" + order));
        assertThat(books.order(order).state()).isEqualTo(OrderState.DISPATCHED);
    }

    private OrderId placed(String sku) throws Exception {
        String key = UUID.randomUUID().toString();
        placement
                .place(ada, List.of(new RequestedLine(sku, 2)), "4242424242424242", ADDRESS, key)
                .get();
        return OrderPlacement.orderId(ada, key);
    }
}

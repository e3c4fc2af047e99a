package io.daybook.ui.checkout;

import static io.daybook.ui.world.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.api.order.Address;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.placement.OrderPlacement;
import io.daybook.ui.placement.RequestedLine;
import io.daybook.ui.world.Books;
import io.daybook.ui.world.People;
import io.daybook.ui.world.Shelves;
import io.daybook.ui.world.ShopTest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ShopTest
class CheckoutPageTest {

    private static final Address ADDRESS = new Address("Ada", "12 Quay Street", "Whitby", "YO21 1AA", "UK");
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    private final MockMvc browser;
    private final Shelves shelves;
    private final Books books;
    private final OrderPlacement placement;

    private Account ada = People.newCustomer();

    @Autowired
    CheckoutPageTest(MockMvc browser, Shelves shelves, Books books, OrderPlacement placement) {
        this.browser = browser;
        this.shelves = shelves;
        this.books = books;
        this.placement = placement;
    }

    @BeforeEach
    void fill_a_cart() throws Exception {
        books.clear();
        shelves.clear();
        shelves.list("KIT-101", "Everyday <i>Mug</i>", "Kitchen", "8.50", "hot-beverage", 240);
        shelves.list("KIT-002", "Stockpot", "Kitchen", "44.00", "pot-of-food", 3);
        ada = People.newCustomer();
        add("KIT-101", "2");
    }

    @Test
    void whoever_has_not_signed_in_is_asked_to() throws Exception {
        browser.perform(get("/checkout").accept("text/html")).andExpect(status().is3xxRedirection());
        browser.perform(filled("any").with(csrf()).accept("text/html")).andExpect(status().is3xxRedirection());
        assertThat(books.placed()).isZero();
    }

    @Test
    void an_order_is_placed_and_the_cart_is_empty() throws Exception {
        String order = placed(key());
        assertThat(order).startsWith("/orders/");
        assertThat(books.placed()).isEqualTo(1);
        browser.perform(get("/cart").with(by(ada)))
                .andExpect(content().string(containsString("nothing in your basket")));
        browser.perform(get(order).with(by(ada)))
                .andExpect(content().string(allOf(containsString("£17.00"), containsString("Everyday &lt;i&gt;Mug"))));
    }

    @Test
    void pressing_twice_places_one_order() throws Exception {
        String key = key();
        String first = placed(key);
        String second = placed(key);
        assertThat(second).isEqualTo(first);
        assertThat(books.placed()).isEqualTo(1);
    }

    @Test
    void prices_are_looked_up_and_never_taken_from_the_browser() throws Exception {
        String order = browser.perform(filled(key())
                        .with(csrf())
                        .with(by(ada))
                        .param("price", "0.01")
                        .param("total", "0.01"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        browser.perform(get(order).with(by(ada))).andExpect(content().string(containsString("£17.00")));
    }

    @Test
    void what_is_missing_is_named_and_what_was_typed_stays() throws Exception {
        browser.perform(post("/checkout")
                        .with(csrf())
                        .with(by(ada))
                        .param("name", "Ada \"the\" Ledger")
                        .param("key", key()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Street: please give street and house number")))
                .andExpect(content().string(containsString("Postcode: please fill it in")))
                .andExpect(content().string(containsString("Card: please choose one")))
                .andExpect(content().string(containsString("Ada &quot;the&quot; Ledger")));
        assertThat(books.placed()).isZero();
    }

    @Test
    void a_card_that_is_no_test_card_is_refused_without_repeating_it() throws Exception {
        browser.perform(filled(key(), "4111111111111111").with(csrf()).with(by(ada)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("Card: "), not(containsString("4111111111111111")))));
        assertThat(books.placed()).isZero();
    }

    @Test
    void more_than_there_is_gets_a_warning_before_it_is_ordered() throws Exception {
        add("KIT-002", "7");
        browser.perform(get("/checkout").with(by(ada)))
                .andExpect(content().string(containsString("Only 3 available, you want 7")))
                .andExpect(content().string(containsString("refused as a whole")));
    }

    @Test
    void an_order_in_two_currencies_is_not_offered_and_not_taken() throws Exception {
        String key = key();
        shelves.list("KIT-003", "Diner Mug", "Kitchen", "USD 5.00", "hot-beverage", 240);
        add("KIT-003", "1");
        browser.perform(get("/checkout").with(by(ada)))
                .andExpect(content()
                        .string(allOf(
                                containsString("£17.00 and US$5.00"),
                                containsString("An order is in one currency"),
                                not(containsString(">Place order</button>")))));
        browser.perform(filled(key).with(csrf()).with(by(ada))).andExpect(status().isUnprocessableContent());
        assertThat(books.placed()).isZero();
    }

    @Test
    void nothing_in_the_cart_leads_back_to_it() throws Exception {
        Account bert = People.newCustomer();
        browser.perform(get("/checkout").with(by(bert))).andExpect(redirectedUrl("/cart"));
        browser.perform(filled("any").with(csrf()).with(by(bert))).andExpect(redirectedUrl("/cart"));
    }

    @Test
    void a_forged_order_is_refused() throws Exception {
        browser.perform(filled(key()).with(by(ada))).andExpect(status().isForbidden());
        assertThat(books.placed()).isZero();
    }

    @Test
    void the_address_of_the_last_order_is_filled_in() throws Exception {
        placed(key());
        add("KIT-101", "1");
        browser.perform(get("/checkout").with(by(ada)))
                .andExpect(content().string(containsString("value=\"12 Quay Street\"")));
    }

    @Test
    void an_order_that_was_placed_with_other_contents_is_pointed_out_before_another_is() throws Exception {
        String key = key();
        // As when the server stopped between placing the order and emptying the cart, which was changed after.
        placement
                .place(ada, List.of(new RequestedLine("KIT-002", 1)), "4242424242424242", ADDRESS, key)
                .get();
        browser.perform(filled(key).with(csrf()).with(by(ada)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("/orders/" + OrderPlacement.orderId(ada, key))));
        assertThat(key()).isNotEqualTo(key);
        assertThat(placed(key())).startsWith("/orders/");
        assertThat(books.placed()).isEqualTo(2);
    }

    @Test
    void while_nobody_takes_orders_the_basket_and_what_was_typed_are_kept_and_the_same_press_orders_later()
            throws Exception {
        String key = key();
        shelves.away(true);
        books.away(true);
        browser.perform(get("/checkout").with(by(ada))).andExpect(status().isOk());
        browser.perform(filled(key).with(csrf()).with(by(ada)))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Ordering is not possible now"),
                                containsString("value=\"12 Quay Street\""),
                                containsString("£17.00"))));
        shelves.away(false);
        books.away(false);
        assertThat(key()).isEqualTo(key);
        assertThat(placed(key)).startsWith("/orders/");
        assertThat(books.placed()).isEqualTo(1);
    }

    @Test
    void without_an_answer_the_basket_is_kept_its_order_is_not_promised_and_the_same_press_orders_once()
            throws Exception {
        String key = key();
        books.answers(false);
        books.viewBehind(true);
        MvcResult sent = browser.perform(filled(key).with(csrf()).with(by(ada)))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        String order = sent.getResponse().getRedirectedUrl();
        browser.perform(get(order).with(by(ada)).cookie(sent.getResponse().getCookies()))
                .andExpect(content()
                        .string(allOf(
                                containsString("it is not known whether your order was taken"),
                                not(containsString("we have noted your order")))));
        books.answers(true);
        books.viewBehind(false);
        assertThat(key()).isEqualTo(key);
        assertThat(placed(key)).isEqualTo(order);
        assertThat(books.placed()).isEqualTo(1);
        browser.perform(get("/cart").with(by(ada)))
                .andExpect(content().string(containsString("nothing in your basket")));
    }

    private MockHttpServletRequestBuilder filled(String key) {
        return filled(key, "4242424242424242");
    }

    private MockHttpServletRequestBuilder filled(String key, String card) {
        return post("/checkout")
                .param("name", "Ada Ledger")
                .param("street", "12 Quay Street")
                .param("city", "Whitby")
                .param("postcode", "YO21 1AA")
                .param("country", "United Kingdom")
                .param("card", card)
                .param("key", key);
    }

    private String placed(String key) throws Exception {
        return browser.perform(filled(key).with(csrf()).with(by(ada)))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private String key() throws Exception {
        String page = browser.perform(get("/checkout").with(by(ada)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher key = KEY.matcher(page);
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private void add(String sku, String quantity) throws Exception {
        browser.perform(post("/cart/lines")
                        .with(csrf())
                        .with(by(ada))
                        .param("sku", sku)
                        .param("quantity", quantity))
                .andExpect(status().is3xxRedirection());
    }
}

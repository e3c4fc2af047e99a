package io.daybook.ui.desk;

import static io.daybook.ui.world.People.by;
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
import io.daybook.api.customer.Tier;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderCommand.PlaceOrder;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderLine;
import io.daybook.api.order.OrderState;
import io.daybook.api.payment.PaymentMethod;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Accounts;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.world.Books;
import io.daybook.ui.world.People;
import io.daybook.ui.world.ShopTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.hamcrest.Matchers;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ShopTest
class DeskPageTest {

    private final MockMvc browser;
    private final Books books;
    private final CommandGateway commands;
    private final Account ada;
    private final Account support = People.staff(Role.SUPPORT);
    private final OrderId order = OrderId.random();

    @Autowired
    DeskPageTest(MockMvc browser, Books books, CommandGateway commands, Accounts accounts) {
        this.browser = browser;
        this.books = books;
        this.commands = commands;
        this.ada = accounts.register(UUID.randomUUID() + "@desk.example", "three words here", "Ada Ledger");
    }

    @BeforeEach
    void place_an_order() {
        books.clear();
        commands.sendAndWait(new PlaceOrder(
                order,
                ada.customerId(),
                Tier.VIP,
                WarehouseId.MAIN,
                List.of(new OrderLine(new Sku("TOY-001"), "Bear <old>", 2, Money.parse("GBP 8.50"))),
                new PaymentMethod("tok_approve", "4242"),
                new Address("Ada", "1 Quay", "Whitby", "YO21", "UK"),
                ada.customer()));
    }

    private ResultActions see(String path) throws Exception {
        return browser.perform(get(path).with(by(support)));
    }

    private ResultActions send(String path, String... parameters) throws Exception {
        var request = post(path).with(by(support)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return browser.perform(request);
    }

    @Test
    void orders_are_found_by_number_email_product_state_and_tier() throws Exception {
        String path = "/staff/orders/" + order;
        for (String search : List.of(
                "",
                "?q=" + order.value().substring(0, 8),
                "?q=" + ada.email(),
                "?q=TOY-001",
                "?state=PLACED",
                "?tier=VIP")) {
            see("/staff/orders" + search)
                    .andExpect(content().string(allOf(containsString(path), containsString(ada.email()))));
        }
        for (String search : List.of("?q=nobody@desk.example", "?q=zzz", "?state=CONFIRMED", "?tier=STANDARD")) {
            see("/staff/orders" + search)
                    .andExpect(content()
                            .string(allOf(not(containsString(path)), containsString("No order is like that"))));
        }
    }

    @Test
    void a_search_that_makes_no_sense_says_so() throws Exception {
        see("/staff/orders?q=%7B%24ne%7D")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("What you look for must be")));
        see("/staff/orders?state=HAPPY&tier=GOLD&page=x").andExpect(status().isOk());
    }

    @Test
    void the_story_tells_events_causes_payments_and_who_did_what() throws Exception {
        see("/staff/orders/" + order)
                .andExpect(content()
                        .string(allOf(
                                containsString("OrderPlaced"),
                                containsString("command-1"),
                                containsString("Ada &lt;Ledger&gt;"),
                                containsString("ref-77"),
                                not(containsString("17.00 GBP")),
                                containsString("by <span>" + ada.email()))));
        see("/staff/orders/no-such").andExpect(status().isNotFound());
        see("/staff/orders/a_b").andExpect(status().isNotFound());
    }

    @Test
    void an_order_is_cancelled_with_a_reason_and_not_without() throws Exception {
        String path = "/staff/orders/" + order;
        send(path + "/cancellation", "reason", " ")
                .andExpect(redirectedUrl(path))
                .andExpect(flash().attribute("notice", Matchers.hasToString(containsString("Say why"))));
        see(path).andExpect(content().string(containsString("Cancel this order")));
        send(path + "/cancellation", "reason", "called us").andExpect(redirectedUrl(path));
        see(path)
                .andExpect(content()
                        .string(allOf(containsString("Being cancelled"), not(containsString("Cancel this order")))));
    }

    @Test
    void a_confirmed_order_is_refunded_by_its_cancellation() throws Exception {
        books.happens(order, OrderState.CONFIRMED, "OrderConfirmed");
        see("/staff/orders/" + order).andExpect(content().string(containsString("Cancel and refund this order")));
    }

    @Test
    void a_customer_is_found_shown_and_put_into_another_tier() throws Exception {
        String path = "/staff/customers/" + ada.customer();
        see("/staff/customers?q=" + ada.email().substring(0, 20) + "@").andExpect(status().isOk());
        see("/staff/customers?q=" + ada.email()).andExpect(content().string(containsString(path)));
        see(path)
                .andExpect(content()
                        .string(allOf(
                                containsString("Ada Ledger"),
                                containsString(ada.email()),
                                containsString("£17.00"),
                                containsString("/staff/orders/" + order))));
        send(path + "/tier", "tier", "VIP", "reason", "")
                .andExpect(flash().attribute("notice", Matchers.hasToString(containsString("Say why"))));
        send(path + "/tier", "tier", "GOLD", "reason", "x").andExpect(status().isBadRequest());
        send(path + "/tier", "tier", "VIP", "reason", "loyal since 1843").andExpect(redirectedUrl(path));
        see(path)
                .andExpect(
                        content().string(allOf(containsString("loyal since 1843"), containsString(support.email()))));
        see("/staff/customers/no-such").andExpect(status().isNotFound());
    }

    @Test
    void the_desk_is_for_support() throws Exception {
        for (String path : List.of("/staff/orders", "/staff/customers", "/staff/orders/" + order)) {
            browser.perform(get(path).with(by(People.staff(Role.WAREHOUSE)))).andExpect(status().isForbidden());
            browser.perform(get(path).with(by(People.newCustomer()))).andExpect(status().isForbidden());
        }
        browser.perform(post("/staff/orders/" + order + "/cancellation")
                        .param("reason", "x")
                        .with(by(People.staff(Role.WAREHOUSE)))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void what_nobody_can_type_is_not_looked_for() throws Exception {
        for (String text : List.of("%00", "%00@", "Ada%00")) {
            browser.perform(get(URI.create("/staff/customers?q=" + text)).with(by(support)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("must have no control characters")));
        }
    }
}

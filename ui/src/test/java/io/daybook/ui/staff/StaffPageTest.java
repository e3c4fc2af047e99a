package io.daybook.ui.staff;

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

import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.world.Books;
import io.daybook.ui.world.People;
import io.daybook.ui.world.ShopTest;
import java.time.Duration;
import java.time.Instant;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ShopTest
class StaffPageTest {

    private final MockMvc browser;
    private final Books books;
    private final Account support = People.staff(Role.SUPPORT);

    @Autowired
    StaffPageTest(MockMvc browser, Books books) {
        this.browser = browser;
        this.books = books;
    }

    @BeforeEach
    void clear_the_books() {
        books.clear();
    }

    @Test
    void stuck_orders_are_shown_with_cause_and_age() throws Exception {
        Instant since = Instant.now().minus(Duration.ofHours(3));
        books.stuck(new OrderId("order-1"), Step.COMPENSATION, since, "provider answers <500>");
        browser.perform(get("/staff/fulfilments").with(by(support)))
                .andExpect(content().string(containsString("order-1")))
                .andExpect(content().string(containsString("provider answers &lt;500&gt;")))
                .andExpect(content().string(allOf(containsString("compensation"), containsString("3 hours"))));
    }

    @Test
    void a_stuck_order_is_tried_again() throws Exception {
        books.stuck(new OrderId("order-1"), Step.PAYMENT, Instant.now(), "no answer");
        browser.perform(post("/staff/fulfilments/order-1/retry")
                        .param("reason", "the provider is back")
                        .with(by(support))
                        .with(csrf()))
                .andExpect(redirectedUrl("/staff/fulfilments"));
        browser.perform(get("/staff/fulfilments").with(by(support)))
                .andExpect(content().string(containsString("Nothing is stuck")));
        browser.perform(post("/staff/fulfilments/order-1/retry")
                        .param("reason", "the provider is back")
                        .with(by(support))
                        .with(csrf()))
                .andExpect(flash().attribute("notice", Matchers.hasToString(containsString("not stuck"))));
    }

    @Test
    void it_is_for_staff() throws Exception {
        browser.perform(get("/staff/fulfilments").with(by(People.newCustomer())))
                .andExpect(status().isForbidden());
        browser.perform(get("/staff/fulfilments").with(by(People.staff(Role.WAREHOUSE))))
                .andExpect(status().isForbidden());
        browser.perform(get("/staff/fulfilments").accept("text/html")).andExpect(status().is3xxRedirection());
        browser.perform(post("/staff/fulfilments/order-1/retry").with(by(support)))
                .andExpect(status().isForbidden());
    }

    @Test
    void only_staff_are_shown_the_way_there() throws Exception {
        browser.perform(get("/").with(by(support))).andExpect(content().string(containsString("href=\"/staff/")));
        browser.perform(get("/").with(by(People.newCustomer())))
                .andExpect(content().string(not(containsString("href=\"/staff/"))));
    }

    @Test
    void the_short_address_leads_to_the_first_page_that_somebody_may_see() throws Exception {
        browser.perform(get("/staff").with(by(People.staff(Role.OPERATOR))))
                .andExpect(redirectedUrl("/staff/overview"));
        browser.perform(get("/staff").with(by(support))).andExpect(redirectedUrl("/staff/orders"));
        browser.perform(get("/staff").with(by(People.staff(Role.WAREHOUSE))))
                .andExpect(redirectedUrl("/staff/inventory"));
        browser.perform(get("/staff").with(by(People.newCustomer()))).andExpect(status().isForbidden());
    }
}

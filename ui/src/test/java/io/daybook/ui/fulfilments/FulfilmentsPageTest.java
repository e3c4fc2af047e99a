package io.daybook.ui.fulfilments;

import static io.daybook.ui.world.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

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
class FulfilmentsPageTest {

    private final MockMvc browser;
    private final Books books;
    private final Account support = People.staff(Role.SUPPORT);

    @Autowired
    FulfilmentsPageTest(MockMvc browser, Books books) {
        this.browser = browser;
        this.books = books;
    }

    @BeforeEach
    void clear_the_books() {
        books.clear();
    }

    @Test
    void the_next_page_is_found_below_another_path_too() throws Exception {
        for (int i = 0; i < 26; i++) {
            books.stuck(new OrderId("order-" + i), Step.PAYMENT, Instant.now(), "no answer");
        }
        browser.perform(get("/shop/staff/fulfilments?stuckOnly=true")
                        .contextPath("/shop")
                        .with(by(support)))
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"/shop/staff/fulfilments?step=&amp;stuckOnly=true&amp;page=2\""),
                                containsString("hx-get=\"/shop/staff/fulfilments?"))));
        browser.perform(get("/staff/fulfilments?stuckOnly=true&page=2").with(by(support)))
                .andExpect(content()
                        .string(containsString("hx-get=\"/staff/fulfilments?step=&amp;stuckOnly=true&amp;page=2\"")));
    }

    @Test
    void only_what_can_be_done_is_offered() throws Exception {
        books.stuck(new OrderId("order-1"), Step.COMPENSATION, Instant.now(), "no answer");
        browser.perform(get("/staff/fulfilments").with(by(support)))
                .andExpect(content()
                        .string(allOf(containsString("Done by hand"), not(containsString("Undo everything")))));
        books.clear();
        books.stuck(new OrderId("order-2"), Step.CONFIRMATION, Instant.now(), "refused");
        browser.perform(get("/staff/fulfilments").with(by(support)))
                .andExpect(content()
                        .string(allOf(not(containsString("Done by hand")), containsString("Undo everything"))));
    }

    @Test
    void what_is_being_undone_is_not_undone_again() throws Exception {
        books.stuck(new OrderId("order-1"), Step.COMPENSATION, Instant.now(), "no answer");
        browser.perform(post("/staff/fulfilments/order-1/compensation")
                        .param("reason", "the customer asks")
                        .with(by(support))
                        .with(csrf()))
                .andExpect(flash().attribute("notice", Matchers.hasToString(containsString("undone already"))));
    }

    @Test
    void a_step_is_tried_again_with_a_reason_only() throws Exception {
        books.stuck(new OrderId("order-1"), Step.PAYMENT, Instant.now(), "no answer");
        browser.perform(post("/staff/fulfilments/order-1/retry")
                        .param("reason", " ")
                        .with(by(support))
                        .with(csrf()))
                .andExpect(flash().attribute("notice", Matchers.hasToString(containsString("bad"))));
        browser.perform(get("/staff/fulfilments").with(by(support)))
                .andExpect(
                        content().string(allOf(containsString("/staff/orders/order-1"), containsString("hx-trigger"))));
    }

    @Test
    void a_step_that_was_done_by_hand_is_skipped_with_a_reason() throws Exception {
        books.stuck(new OrderId("order-1"), Step.COMPENSATION, Instant.now(), "no answer");
        browser.perform(post("/staff/fulfilments/order-1/skip")
                        .param("step", "COMPENSATION")
                        .param("reason", " ")
                        .with(by(support))
                        .with(csrf()))
                .andExpect(flash().attribute("notice", Matchers.hasToString(containsString("bad"))));
        browser.perform(post("/staff/fulfilments/order-1/skip")
                        .param("step", "COMPENSATION")
                        .param("reason", "given back in cash")
                        .with(by(support))
                        .with(csrf()))
                .andExpect(redirectedUrl("/staff/fulfilments"))
                .andExpect(flash().attribute("notice", Matchers.hasToString(containsString("on record"))));
        browser.perform(get("/staff/fulfilments").with(by(support)))
                .andExpect(content().string(containsString("Nothing is stuck")));
    }

    @Test
    void the_list_is_narrowed_to_a_step() throws Exception {
        books.stuck(new OrderId("order-1"), Step.COMPENSATION, Instant.now(), "no answer");
        browser.perform(get("/staff/fulfilments?step=PAYMENT&stuckOnly=true").with(by(support)))
                .andExpect(content().string(not(containsString("/staff/orders/order-1"))));
        browser.perform(get("/staff/fulfilments?step=&stuckOnly=false").with(by(support)))
                .andExpect(content().string(containsString("/staff/orders/order-1")));
    }

    @Test
    void ages_are_told_in_the_largest_unit_that_fits() {
        assertThat(FulfilmentRow.age(Duration.ofSeconds(1))).isEqualTo("1 second");
        assertThat(FulfilmentRow.age(Duration.ofSeconds(150))).isEqualTo("2 minutes");
        assertThat(FulfilmentRow.age(Duration.ofHours(3))).isEqualTo("3 hours");
        assertThat(FulfilmentRow.age(Duration.ofDays(1))).isEqualTo("1 day");
    }
}

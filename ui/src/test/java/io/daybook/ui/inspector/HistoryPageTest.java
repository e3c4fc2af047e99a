package io.daybook.ui.inspector;

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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.api.history.HistoryQuery.FindEvents;
import io.daybook.api.history.HistoryQuery.FindStreamEvents;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.ShowPersonalData;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.world.Operators;
import io.daybook.ui.world.People;
import io.daybook.ui.world.Scrolls;
import io.daybook.ui.world.ShopTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.DispatcherServlet;

@ShopTest
class HistoryPageTest {

    private static final String PAGE = "/staff/history";
    private static final String EVENT = PAGE + "/streams/order-1/0";
    private static final String NAME = "Ada &lt;Ledger&gt;";

    private final MockMvc browser;
    private final Scrolls scrolls;
    private final Operators operators;
    private final Account operator = People.staff(Role.OPERATOR);
    private final Account support = People.staff(Role.SUPPORT);

    @Autowired
    HistoryPageTest(MockMvc browser, Scrolls scrolls, Operators operators) {
        this.browser = browser;
        this.scrolls = scrolls;
        this.operators = operators;
    }

    @BeforeEach
    void nothing_was_asked() {
        scrolls.asked().clear();
        operators.decisions().clear();
    }

    @Test
    void the_newest_events_are_shown_with_how_far_was_looked_and_the_way_on() throws Exception {
        browser.perform(get(PAGE).with(by(operator)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("OrderPlaced"),
                                containsString("Unreadable"),
                                containsString("5,300 events"),
                                containsString("/staff/history?position=4699"))));
    }

    @Test
    void what_the_form_says_is_what_is_looked_for() throws Exception {
        browser.perform(get(PAGE)
                        .param("type", "OrderRejected, StockRefused")
                        .param("since", "2026-02-03T12:00")
                        .param("way", "oldest")
                        .param("position", "17")
                        .with(by(support)))
                .andExpect(content().string(containsString("Look on")));

        assertThat(scrolls.asked()).singleElement().satisfies(asked -> {
            FindEvents query = (FindEvents) asked;
            assertThat(query.filter().types()).containsExactly("OrderRejected", "StockRefused");
            assertThat(query.filter().since()).isEqualTo(Instant.parse("2026-02-03T12:00:00Z"));
            assertThat(query.oldestFirst()).isTrue();
            assertThat(query.from()).isEqualTo(17);
            assertThat(query.personal()).isTrue();
        });
    }

    @Test
    void an_orders_events_are_those_of_its_three_streams() throws Exception {
        browser.perform(get(PAGE).param("order", "order-1").with(by(operator)))
                .andExpect(content().string(containsString("/staff/history/orders/order-1/causes")));

        assertThat(scrolls.asked())
                .singleElement()
                .satisfies(asked -> assertThat(((FindStreamEvents) asked).streams())
                        .isEqualTo(List.of("order-1", "payment-order-1", "reservation-order-1")));
    }

    @Test
    void nonsense_in_the_form_is_named_and_breaks_nothing() throws Exception {
        for (String wrong : List.of("position=x", "since=yesterday", "order=%7B", "customer=%7B", "type=%3Cb%3E")) {
            browser.perform(get(PAGE + "?" + wrong).with(by(operator)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("notice bad")));
        }
    }

    @Test
    void who_is_not_support_sees_personal_data_once_for_a_reason_that_is_on_record() throws Exception {
        browser.perform(get(EVENT).with(by(support))).andExpect(content().string(containsString(NAME)));
        browser.perform(get(EVENT).with(by(operator)))
                .andExpect(
                        content().string(allOf(not(containsString("Ledger")), containsString("Show personal data"))));
        browser.perform(get(EVENT).param("personalDataShown", "true").with(by(operator)))
                .andExpect(content().string(not(containsString("Ledger"))));

        var shown = browser.perform(post(EVENT + "/personal-data")
                        .param("reason", "a complaint")
                        .with(by(operator))
                        .with(csrf()))
                .andExpect(redirectedUrl(EVENT))
                .andReturn();

        browser.perform(get(EVENT)
                        .with(by(operator))
                        .requestAttr(DispatcherServlet.INPUT_FLASH_MAP_ATTRIBUTE, shown.getFlashMap()))
                .andExpect(content().string(containsString(NAME)));
        assertThat(operators.decisions())
                .containsExactly(
                        new ShowPersonalData(ControlsId.ALL, "event 0 of order-1", "a complaint", operator.email()));
    }

    @Test
    void without_a_reason_nothing_is_shown() throws Exception {
        browser.perform(post(EVENT + "/personal-data")
                        .param("reason", " ")
                        .with(by(operator))
                        .with(csrf()))
                .andExpect(flash().attributeCount(1));
        assertThat(operators.decisions()).isEmpty();
    }

    @Test
    void an_event_that_cannot_be_read_is_shown_with_the_reason() throws Exception {
        browser.perform(get(PAGE + "/streams/order-1/1").with(by(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Nothing knows this type of event.")));
        browser.perform(get(PAGE + "/streams/order-1/2").with(by(operator))).andExpect(status().isNotFound());
        browser.perform(get(PAGE + "/events/4711").with(by(operator))).andExpect(status().isOk());
        browser.perform(get(PAGE + "/events/1").with(by(operator))).andExpect(status().isNotFound());
    }

    @Test
    void the_graph_says_in_words_what_it_draws() throws Exception {
        browser.perform(get(PAGE + "/orders/order-1/causes").with(by(operator)))
                .andExpect(content()
                        .string(allOf(
                                containsString("<svg"),
                                containsString("ForgetOrder"),
                                containsString("because of OrderPlaced"))));
        browser.perform(get(PAGE + "/orders/nothing/causes").with(by(operator))).andExpect(status().isNotFound());
    }

    @Test
    void how_something_stood_is_shown_with_what_each_event_changed() throws Exception {
        browser.perform(get(PAGE + "/orders/order-1").param("after", "0").with(by(operator)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("PLACED"), containsString("One on"), not(containsString("Ledger")))));
        browser.perform(get(PAGE + "/stock/TOY-001").param("at", "long ago").with(by(support)))
                .andExpect(content().string(containsString("must be a moment")));
        browser.perform(get(PAGE + "/customers/unknown").with(by(support))).andExpect(status().isNotFound());
    }

    @Test
    void it_is_for_support_and_operators() throws Exception {
        for (Account other : List.of(People.newCustomer(), People.staff(Role.WAREHOUSE))) {
            for (String path : List.of(PAGE, EVENT, PAGE + "/orders/order-1", PAGE + "/orders/order-1/causes")) {
                browser.perform(get(path).with(by(other))).andExpect(status().isForbidden());
            }
        }
    }
}

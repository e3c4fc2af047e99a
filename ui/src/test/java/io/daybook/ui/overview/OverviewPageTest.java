package io.daybook.ui.overview;

import static io.daybook.ui.world.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.pages.LiveStream;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.world.Gauges;
import io.daybook.ui.world.People;
import io.daybook.ui.world.ShopTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ShopTest
class OverviewPageTest {

    private final MockMvc browser;
    private final LiveStreams streams;
    private final OverviewFeeds feeds;
    private final Gauges gauges;
    private final Account operator = People.staff(Role.OPERATOR);

    @Autowired
    OverviewPageTest(MockMvc browser, LiveStreams streams, OverviewFeeds feeds, Gauges gauges) {
        this.browser = browser;
        this.streams = streams;
        this.feeds = feeds;
        this.gauges = gauges;
    }

    @Test
    void the_overview_shows_figures_without_scripts() throws Exception {
        browser.perform(get("/staff/overview").with(by(operator)))
                .andExpect(content()
                        .string(allOf(
                                containsString("12,345"),
                                containsString("£1,234.50"),
                                containsString("63 ms"),
                                containsString("orders"))));
    }

    @Test
    void queues_are_shown_with_waiting_times_and_lead_to_the_oldest_order() throws Exception {
        browser.perform(get("/staff/queues").with(by(operator)))
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"/staff/orders/oldest-vip-order\""),
                                containsString("1 h 15 min"),
                                containsString("1 min 3"),
                                containsString("Settled before"))));
    }

    @Test
    void both_are_for_operators() throws Exception {
        for (String path : List.of("/staff/overview", "/staff/queues", "/staff/overview/live", "/staff/queues/live")) {
            for (Role role : List.of(Role.SUPPORT, Role.WAREHOUSE, Role.CUSTOMER)) {
                browser.perform(get(path).with(by(People.staff(role)))).andExpect(status().isForbidden());
            }
        }
    }

    @Test
    void an_open_page_is_told_again_and_again_and_nothing_is_asked_when_nobody_looks() throws Exception {
        browser.perform(get("/staff/overview/live").with(by(operator)))
                .andExpect(request().asyncStarted());
        LiveStream one = streams.open();
        LiveStream other = streams.open();
        feeds.queues().follow(one);
        feeds.queues().follow(other);
        int before = gauges.asked.get();
        await().atMost(Duration.ofSeconds(20)).until(() -> gauges.asked.get() > before);
        assertThat(feeds.queues().isRunning()).isTrue();
        one.close();
        assertThat(feeds.queues().isRunning()).isTrue();
        other.close();
        assertThat(feeds.queues().isRunning()).isFalse();
    }
}

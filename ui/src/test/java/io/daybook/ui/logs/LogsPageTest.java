package io.daybook.ui.logs;

import static io.daybook.ui.world.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.operations.LogBook;
import io.daybook.operations.LogLine;
import io.daybook.operations.LogSearch;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.pages.LiveStream;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.world.People;
import io.daybook.ui.world.ShopTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@ShopTest
class LogsPageTest {

    private static final String PAGE = "/staff/operations/logs";
    private static final Logger log = LoggerFactory.getLogger("io.daybook.order.Desk");

    private final MockMvc browser;
    private final LogBook book;
    private final LogTail tail;
    private final LiveStreams streams;
    private final Account operator = People.staff(Role.OPERATOR);
    private final String order = UUID.randomUUID().toString();
    private final String trace = UUID.randomUUID().toString();

    @Autowired
    LogsPageTest(MockMvc browser, LogBook book, LogTail tail, LiveStreams streams) {
        this.browser = browser;
        this.book = book;
        this.tail = tail;
        this.streams = streams;
    }

    private void say(String message) {
        try (MDC.MDCCloseable about = MDC.putCloseable("orderId", order);
                MDC.MDCCloseable part = MDC.putCloseable("traceId", trace);
                MDC.MDCCloseable instance = MDC.putCloseable("instance", "order-1")) {
            log.warn(message, new IllegalStateException("empty <shelf>"));
        }
    }

    private List<LogLine> said() {
        return book.newest(new LogSearch("", null, "", "", order, ""), null, 1_000);
    }

    private String see(String query) throws Exception {
        return browser.perform(get(URI.create(PAGE + query)).with(by(operator)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void a_line_is_shown_with_what_it_is_about() throws Exception {
        say("Could not <find> it");
        await().until(() -> said().size() == 1);

        assertThat(see("?order=" + order))
                .contains("Could not &lt;find&gt; it", "empty &lt;shelf&gt;", "WARN", "order-1", ">Desk</span>")
                .contains("href=\"/staff/orders/" + order + "\"", "href=\"/staff/operations/logs?trace=" + trace + "\"")
                .contains("value=\"" + order + "\"")
                .doesNotContain("No line is like that");
    }

    @Test
    void lines_are_found_by_what_the_form_says() throws Exception {
        say("Ran out of string & glue");
        await().until(() -> said().size() == 1);
        for (String found : List.of(
                "?text=STRING%20%26%20glue&order=" + order,
                "?level=WARN&trace=" + trace,
                "?service=order&order=" + order,
                "?instance=order-1&order=" + order,
                "?level=nonsense&before=nonsense&order=" + order)) {
            assertThat(see(found)).as(found).contains("string &amp; glue</p>");
        }
        for (String other : List.of("?text=paste", "?level=ERROR", "?service=payment", "?instance=order-9")) {
            assertThat(see(other + "&order=" + order)).as(other).contains("No line is like that");
        }
    }

    @Test
    void a_reader_goes_to_older_lines_and_back() throws Exception {
        for (int i = 0; i < 60; i++) {
            say("Try no. %02d.".formatted(i));
        }
        await().until(() -> said().size() == 60);

        String newest = see("?text=Try&order=" + order);
        assertThat(newest)
                .contains("Try no. 59.", "Try no. 10.", "id=\"log-pause\"")
                .doesNotContain("Try no. 09.");
        String older = see(link(newest, "next"));
        assertThat(older).contains("Try no. 09.", "Try no. 00.").doesNotContain("Try no. 10.", "log-pause");
        assertThat(see(link(older, "prev")))
                .contains("Try no. 59.", "Try no. 10.")
                .doesNotContain("Try no. 09.");
    }

    private static String link(String page, String relation) {
        String tag = page.substring(page.indexOf("rel=\"" + relation + "\" href=\"") + relation.length() + 13);
        return tag.substring(PAGE.length(), tag.indexOf('"')).replace("&amp;", "&");
    }

    @Test
    void an_open_page_is_told_of_new_lines_that_match_and_of_those_that_it_missed() throws Exception {
        say("Before the page");
        say("While it was opened");
        await().until(() -> said().size() == 2);
        String newest = said().get(1).id();

        MvcResult live = browser.perform(
                        get(PAGE + "/live?order=" + order + "&after=" + newest).with(by(operator)))
                .andExpect(request().asyncStarted())
                .andReturn();
        say("Fresh");
        log.warn("Of another order");

        await().until(() -> live.getResponse().getContentAsString().contains("Fresh"));
        assertThat(live.getResponse().getContentAsString())
                .contains("event:lines", "While it was opened", "id=\"log-")
                .doesNotContain("Before the page", "Of another order");
    }

    @Test
    void two_pages_share_the_looking_and_each_sees_what_it_asked_for() {
        LiveStream one = streams.open();
        LiveStream other = streams.open();
        tail.follow(one, LogSearch.ALL, null);
        tail.follow(other, new LogSearch("", null, "", "", order, ""), null);
        one.close();
        assertThat(tail.isRunning()).isTrue();
        other.close();
    }

    @Test
    void it_is_for_operators() throws Exception {
        for (Role role : List.of(Role.SUPPORT, Role.WAREHOUSE, Role.CUSTOMER)) {
            browser.perform(get(PAGE).with(by(People.staff(role)))).andExpect(status().isForbidden());
            browser.perform(get(PAGE + "/live").with(by(People.staff(role)))).andExpect(status().isForbidden());
        }
    }

    @Test
    void what_nobody_can_type_is_left_out_of_a_search() throws Exception {
        browser.perform(get(URI.create(PAGE + "?text=%00x&order=" + order)).with(by(operator)))
                .andExpect(status().isOk());
    }
}

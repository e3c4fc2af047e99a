package io.daybook.ui.consistency;

import static io.daybook.ui.world.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.ChangeStockConsistency;
import io.daybook.api.operations.StockConsistency;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.world.Operators;
import io.daybook.ui.world.People;
import io.daybook.ui.world.Shelves;
import io.daybook.ui.world.ShopTest;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@ShopTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsistencyPageTest {

    private static final String PAGE = "/staff/operations/consistency";
    private static final String API = "/api/v1/staff/operations/stock-consistency";

    private final MockMvc browser;
    private final Operators operators;
    private final Shelves shelves;
    private final StockProbe probe;
    private final Account operator = People.staff(Role.OPERATOR);

    @Autowired
    ConsistencyPageTest(MockMvc browser, Operators operators, Shelves shelves, StockProbe probe) {
        this.browser = browser;
        this.operators = operators;
        this.shelves = shelves;
        this.probe = probe;
    }

    @BeforeEach
    void nothing_is_decided() {
        operators.decisions().clear();
        shelves.clear();
        shelves.list("SEEN-1", "Mug", "Kitchen", "8.50", "hot-beverage", 240);
        shelves.counts("SEEN-1", 239);
    }

    @Test
    void each_choice_is_explained_with_what_it_costs_now() throws Exception {
        browser.perform(post(PAGE + "/measurements")
                        .param("sku", "seen-1")
                        .with(by(operator))
                        .with(csrf()))
                .andExpect(redirectedUrl(PAGE));

        browser.perform(get(PAGE).with(by(operator)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Eventual"),
                                containsString("Read your writes"),
                                containsString("Strong"),
                                containsString("240"),
                                containsString("239"),
                                containsString("SEEN-1"),
                                containsString(" ms"),
                                containsString("What the stock itself says"))));
        assertThat(probe.latest().reads()).allSatisfy(reads -> {
            assertThat(reads.reads()).isPositive();
            assertThat(reads.p50Millis()).isNotNegative();
            assertThat(reads.p95Millis()).isGreaterThanOrEqualTo(reads.p50Millis());
        });
    }

    @Test
    void how_far_the_view_is_behind_is_told_in_events_and_by_the_age_of_the_oldest() throws Exception {
        shelves.reaches(Long.MAX_VALUE);
        assertThat(probe.measure().staleness()).isEqualTo(new Measurements.Staleness(0, 0));

        browser.perform(post("/staff/inventory/SEEN-1/receipts")
                .param("movement", "delivery-" + System.nanoTime())
                .param("quantity", "1")
                .param("reason", "delivery")
                .with(by(People.staff(Role.WAREHOUSE)))
                .with(csrf()));
        shelves.reaches(-1);
        Measurements.Staleness behind = probe.measure().staleness();
        assertThat(behind).isNotNull();
        assertThat(behind.events()).isPositive();
        assertThat(behind.millis()).isNotNegative();
        browser.perform(get(PAGE).with(by(operator)))
                .andExpect(content().string(containsString(" behind, the oldest")));
    }

    @Test
    void the_choice_is_changed_with_a_reason() throws Exception {
        browser.perform(post(PAGE)
                        .param("consistency", "STRONG")
                        .param("reason", "sale <day>")
                        .with(by(operator))
                        .with(csrf()))
                .andExpect(redirectedUrl(PAGE));
        browser.perform(post(PAGE)
                        .param("consistency", "STRONG")
                        .param("reason", " ")
                        .with(by(operator))
                        .with(csrf()))
                .andExpect(flash().attribute("notice", Matchers.hasToString(containsString("reason"))));

        assertThat(operators.decisions())
                .containsExactly(new ChangeStockConsistency(
                        ControlsId.ALL, StockConsistency.STRONG, "sale <day>", operator.email()));
    }

    @Test
    void programs_do_the_same() throws Exception {
        browser.perform(get(API).param("sku", "SEEN-1").with(by(operator)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.consistency").value("EVENTUAL"))
                .andExpect(jsonPath("$.measurements.sku").value("SEEN-1"))
                .andExpect(jsonPath("$.measurements.reads.length()").value(3))
                .andExpect(jsonPath("$.measurements.staleness.events").isNumber());

        MvcResult sent = browser.perform(
                        change("{\"consistency\": \"READ_YOUR_WRITES\", \"reason\": \"a quieter day\"}"))
                .andReturn();
        browser.perform(asyncDispatch(sent)).andExpect(status().isNoContent());
        assertThat(operators.decisions())
                .containsExactly(new ChangeStockConsistency(
                        ControlsId.ALL, StockConsistency.READ_YOUR_WRITES, "a quieter day", operator.email()));

        for (String field : List.of("consistency", "reason")) {
            String rest = field.equals("reason") ? "{\"consistency\": \"STRONG\"}" : "{\"reason\": \"test\"}";
            browser.perform(change(rest))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].field").value(field));
        }
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder change(String json) {
        return put(API).contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(by(operator))
                .with(csrf());
    }

    @Test
    void it_is_for_operators() throws Exception {
        for (Role role : List.of(Role.SUPPORT, Role.WAREHOUSE, Role.CUSTOMER)) {
            for (String path : List.of(PAGE, PAGE + "/live", API)) {
                browser.perform(get(path).with(by(People.staff(role)))).andExpect(status().isForbidden());
            }
        }
        browser.perform(post(PAGE)
                        .param("consistency", "STRONG")
                        .param("reason", "test")
                        .with(by(People.newCustomer()))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(operators.decisions()).isEmpty();
    }
}

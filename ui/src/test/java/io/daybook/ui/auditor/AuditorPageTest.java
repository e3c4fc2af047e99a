package io.daybook.ui.auditor;

import static io.daybook.ui.world.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.api.audit.FindingId;
import io.daybook.api.audit.Remedy;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.RepairDrift;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.world.Operators;
import io.daybook.ui.world.People;
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

@ShopTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditorPageTest {

    private static final String PAGE = "/staff/operations/auditor";
    private static final String API = "/api/v1/staff/operations/auditor";
    private static final FindingId FOUND = new FindingId("orders:5f0c");

    private final MockMvc browser;
    private final Operators operators;
    private final Account operator = People.staff(Role.OPERATOR);

    @Autowired
    AuditorPageTest(MockMvc browser, Operators operators) {
        this.browser = browser;
        this.operators = operators;
    }

    @BeforeEach
    void nothing_is_decided() {
        operators.decisions().clear();
    }

    @Test
    void a_finding_is_shown_with_both_sides_and_the_events_that_say_so() throws Exception {
        browser.perform(get(PAGE).with(by(operator)))
                .andExpect(content()
                        .string(allOf(
                                containsString("orders:5f0c"),
                                containsString("CONFIRMED"),
                                containsString("REJECTED"),
                                containsString("OrderConfirmed"),
                                containsString("Make the entry anew"),
                                containsString("The view orders"),
                                containsString("15.0 s"))));
        browser.perform(get("/staff/overview").with(by(operator)))
                .andExpect(content().string(containsString("href=\"/staff/operations/auditor\">1<")));
    }

    @Test
    void a_repair_needs_a_reason_and_is_put_on_record() throws Exception {
        browser.perform(repair(" "))
                .andExpect(flash().attribute("notice", Matchers.hasToString(containsString("reason"))));
        browser.perform(repair("bad disk")).andExpect(redirectedUrl(PAGE));

        assertThat(operators.decisions())
                .containsExactly(
                        new RepairDrift(ControlsId.ALL, FOUND, Remedy.REBUILD_ENTRY, "bad disk", operator.email()));
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder repair(String reason) {
        return post(PAGE)
                .param("finding", FOUND.value())
                .param("remedy", "REBUILD_ENTRY")
                .param("reason", reason)
                .with(by(operator))
                .with(csrf());
    }

    @Test
    void programs_do_the_same() throws Exception {
        browser.perform(get(API).with(by(operator)))
                .andExpect(jsonPath("$.open").value(1))
                .andExpect(jsonPath("$.walks[0].name").value("orders"));
        browser.perform(get(API + "/findings").with(by(operator)))
                .andExpect(jsonPath("$.findings[0].differences[0].log").value("CONFIRMED"));
        browser.perform(get(API + "/findings/orders:none").with(by(operator))).andExpect(status().isNotFound());
        browser.perform(post(API + "/findings/orders:5f0c/repair")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"remedy\": \"GIVE_BACK\", \"reason\": \"x\"}")
                        .with(by(operator)))
                .andExpect(status().isBadRequest());
        var asked = browser.perform(post(API + "/findings/orders:5f0c/repair")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"remedy\": \"REBUILD_ENTRY\", \"reason\": \"bad disk\"}")
                        .with(by(operator)))
                .andReturn();
        browser.perform(asyncDispatch(asked)).andExpect(status().isAccepted());
        assertThat(operators.decisions()).hasSize(1);
    }

    @Test
    void it_is_for_operators() throws Exception {
        for (String path : List.of(PAGE, PAGE + "/live", API, API + "/findings")) {
            for (Role role : List.of(Role.SUPPORT, Role.WAREHOUSE, Role.CUSTOMER)) {
                browser.perform(get(path).with(by(People.staff(role)))).andExpect(status().isForbidden());
            }
        }
    }
}

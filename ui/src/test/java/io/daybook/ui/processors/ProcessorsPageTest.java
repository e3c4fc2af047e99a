package io.daybook.ui.processors;

import static io.daybook.ui.world.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.world.Operators;
import io.daybook.ui.world.People;
import io.daybook.ui.world.ShopTest;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ShopTest
class ProcessorsPageTest {

    private static final String PAGE = "/staff/operations/processors";

    private final MockMvc browser;
    private final Operators operators;
    private final Account operator = People.staff(Role.OPERATOR);

    @Autowired
    ProcessorsPageTest(MockMvc browser, Operators operators) {
        this.browser = browser;
        this.operators = operators;
    }

    @BeforeEach
    void nothing_is_decided() {
        operators.decisions().clear();
    }

    @Test
    void it_says_what_it_means_to_stop_one() {
        await().untilAsserted(() -> assertThat(browser.perform(get(PAGE).with(by(operator)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Stop or start one", "Split, merge or release"));
    }

    @Test
    void only_a_processor_that_some_instance_has_is_stopped() throws Exception {
        browser.perform(post(PAGE)
                        .param("what", "STOP")
                        .param("processor", "nobody")
                        .param("reason", "try")
                        .with(by(operator))
                        .with(csrf()))
                .andExpect(redirectedUrl(PAGE))
                .andExpect(flash().attribute("notice", Matchers.hasToString(containsString("some instance has"))));
        browser.perform(post(PAGE + "/segments")
                        .param("what", "SPLIT")
                        .param("processor", "nobody")
                        .param("reason", "try")
                        .with(by(operator))
                        .with(csrf()))
                .andExpect(redirectedUrl(PAGE))
                .andExpect(flash().attribute("notice", Matchers.hasToString(containsString("some instance has"))));

        assertThat(operators.decisions()).isEmpty();
    }

    @Test
    void it_is_for_operators() throws Exception {
        browser.perform(get(PAGE).with(by(People.staff(Role.SUPPORT)))).andExpect(status().isForbidden());
        browser.perform(get(PAGE + "/live").with(by(People.staff(Role.WAREHOUSE))))
                .andExpect(status().isForbidden());
        browser.perform(post(PAGE)
                        .param("what", "STOP")
                        .param("processor", "stock")
                        .param("reason", "try")
                        .with(by(People.newCustomer()))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(operators.decisions()).isEmpty();
    }
}

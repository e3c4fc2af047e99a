package io.daybook.ui.services;

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

import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.OperationsCommand.ChangeQueryStrategy;
import io.daybook.api.operations.OperationsCommand.DisableInstance;
import io.daybook.api.operations.OperationsCommand.EnableInstance;
import io.daybook.api.operations.OperationsCommand.WeighInstance;
import io.daybook.api.operations.QueryStrategy;
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
class ServicesPageTest {

    private static final String PAGE = "/staff/operations/services";
    private static final String ROUTING = "/staff/operations/routing";
    private static final InstanceName ORDER_1 = new InstanceName("order-1");

    private final MockMvc browser;
    private final Operators operators;
    private final Account operator = People.staff(Role.OPERATOR);

    @Autowired
    ServicesPageTest(MockMvc browser, Operators operators) {
        this.browser = browser;
        this.operators = operators;
    }

    @BeforeEach
    void nothing_is_decided() {
        operators.decisions().clear();
    }

    @Test
    void every_instance_is_shown() {
        await().untilAsserted(() -> assertThat(browser.perform(get(PAGE).with(by(operator)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("order-1", "well", "Take out"));
    }

    @Test
    void an_instance_is_taken_out_let_in_again_and_weighed() throws Exception {
        steer("DISABLE");
        steer("ENABLE");
        steer("WEIGH");

        assertThat(operators.decisions())
                .containsExactly(
                        new DisableInstance(ControlsId.ALL, ORDER_1, "try <it>", operator.email()),
                        new EnableInstance(ControlsId.ALL, ORDER_1, "try <it>", operator.email()),
                        new WeighInstance(ControlsId.ALL, ORDER_1, 300, "try <it>", operator.email()));
    }

    private void steer(String what) throws Exception {
        browser.perform(post(PAGE)
                        .param("what", what)
                        .param("instance", "order-1")
                        .param("loadFactor", "300")
                        .param("evenLast", "true")
                        .param("reason", "try <it>")
                        .with(by(operator))
                        .with(csrf()))
                .andExpect(redirectedUrl(PAGE));
    }

    @Test
    void the_last_instance_of_a_service_is_taken_out_only_on_purpose() throws Exception {
        await().untilAsserted(() -> assertThat(browser.perform(get(PAGE).with(by(operator)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("order-1"));

        browser.perform(post(PAGE)
                        .param("what", "DRAIN")
                        .param("instance", "order-1")
                        .param("reason", "try")
                        .with(by(operator))
                        .with(csrf()))
                .andExpect(
                        flash().attribute("notice", Matchers.hasToString(containsString("the last of its service"))));

        assertThat(operators.decisions()).isEmpty();
    }

    @Test
    void the_shares_of_each_instance_are_shown_with_why_they_are_so() throws Exception {
        await().untilAsserted(() -> assertThat(browser.perform(get(ROUTING).with(by(operator)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("order-1", "100 %", "consistent hash"));
    }

    @Test
    void without_a_reason_nothing_is_decided() throws Exception {
        browser.perform(post(PAGE)
                        .param("what", "DISABLE")
                        .param("instance", "order-1")
                        .param("evenLast", "true")
                        .param("reason", " ")
                        .with(by(operator))
                        .with(csrf()))
                .andExpect(flash().attribute("notice", Matchers.hasToString(containsString("reason"))));
        assertThat(operators.decisions()).isEmpty();
    }

    @Test
    void the_rule_for_queries_is_changed() throws Exception {
        browser.perform(post(ROUTING + "/queries")
                        .param("strategy", "LEAST_BUSY")
                        .param("reason", "uneven")
                        .with(by(operator))
                        .with(csrf()))
                .andExpect(redirectedUrl(ROUTING));
        assertThat(operators.decisions())
                .containsExactly(
                        new ChangeQueryStrategy(ControlsId.ALL, QueryStrategy.LEAST_BUSY, "uneven", operator.email()));
    }

    @Test
    void it_is_for_operators() throws Exception {
        browser.perform(get(PAGE).with(by(People.staff(Role.SUPPORT)))).andExpect(status().isForbidden());
        browser.perform(get(PAGE + "/live").with(by(People.staff(Role.WAREHOUSE))))
                .andExpect(status().isForbidden());
        browser.perform(post(PAGE)
                        .param("what", "DISABLE")
                        .param("instance", "order-1")
                        .param("reason", "try")
                        .with(by(People.newCustomer()))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(operators.decisions()).isEmpty();
    }
}

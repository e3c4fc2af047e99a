package io.daybook.ui.faults;

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

import io.daybook.api.operations.Fault;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.OperationsCommand.EndFault;
import io.daybook.api.operations.OperationsCommand.InjectFault;
import io.daybook.api.operations.ProviderBehaviour;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.world.Operators;
import io.daybook.ui.world.People;
import io.daybook.ui.world.ShopTest;
import java.time.Duration;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ShopTest
class FaultsPageTest {

    private static final String PAGE = "/staff/operations/faults";

    private final MockMvc browser;
    private final Operators operators;
    private final Account operator = People.staff(Role.OPERATOR);

    @Autowired
    FaultsPageTest(MockMvc browser, Operators operators) {
        this.browser = browser;
        this.operators = operators;
    }

    @BeforeEach
    void nothing_is_decided() {
        operators.decisions().clear();
    }

    private void send(MockHttpServletRequestBuilder form) throws Exception {
        browser.perform(form.with(by(operator)).with(csrf())).andExpect(redirectedUrl(PAGE));
    }

    private static MockHttpServletRequestBuilder form(String kind) {
        return post(PAGE).param("kind", kind).param("seconds", "60").param("reason", "try <it>");
    }

    private String page(Account visitor, String address) throws Exception {
        return browser.perform(get(address).with(by(visitor)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void every_kind_of_fault_is_injected() throws Exception {
        send(form("CRASH").param("instance", "order-1"));
        send(form("LATENCY").param("service", "order").param("message", "").param("millis", "250"));
        send(form("ERRORS")
                .param("service", "order")
                .param("message", "PlaceOrder")
                .param("percent", "20"));
        send(form("PROVIDER").param("behaviour", "HANGING"));
        send(form("VIEW_PAUSED").param("view", "stock"));

        assertThat(operators.decisions())
                .map(InjectFault.class::cast)
                .allSatisfy(inject -> {
                    assertThat(inject.duration()).isEqualTo(Duration.ofMinutes(1));
                    assertThat(inject.reason()).isEqualTo("try <it>");
                    assertThat(inject.by()).isEqualTo(operator.email());
                })
                .extracting(InjectFault::what)
                .containsExactly(
                        new Fault.Crash(new InstanceName("order-1")),
                        new Fault.Latency("order", null, Duration.ofMillis(250)),
                        new Fault.Errors("order", "PlaceOrder", 20),
                        new Fault.ProviderTrouble(ProviderBehaviour.HANGING),
                        new Fault.ViewPause("stock"));
    }

    @Test
    void while_something_is_broken_everybody_on_the_staff_is_told_so_until_it_is_ended() throws Exception {
        send(form("PROVIDER").param("behaviour", "DOWN"));
        InjectFault injected = (InjectFault) operators.decisions().get(0);
        for (Account somebody : List.of(operator, People.staff(Role.SUPPORT), People.staff(Role.WAREHOUSE))) {
            await().untilAsserted(() -> assertThat(page(somebody, "/staff/faults"))
                    .contains("The payment provider is down", "try &lt;it&gt;"));
        }
        assertThat(page(operator, "/staff/operations/services")).contains("Broken on purpose");
        assertThat(page(operator, PAGE)).contains("End it now");

        send(post(PAGE + "/" + injected.fault() + "/end").param("reason", "seen enough"));

        assertThat(operators.decisions().get(1)).isInstanceOf(EndFault.class);
        await().untilAsserted(
                        () -> assertThat(page(operator, PAGE)).doesNotContain("The payment provider is down</strong>"));
    }

    @Test
    void a_form_that_lacks_something_injects_nothing_and_names_it() throws Exception {
        send(form("LATENCY").param("service", "order").param("millis", "99999"), "delay");
        send(form("ERRORS").param("service", "order"), "percent");
        send(post(PAGE).param("kind", "VIEW_PAUSED").param("view", "stock").param("seconds", "60"), "reason");
        send(post(PAGE).param("kind", "VIEW_PAUSED").param("view", "stock").param("reason", "x"), "seconds");

        assertThat(operators.decisions()).isEmpty();
    }

    private void send(MockHttpServletRequestBuilder form, String wrongField) throws Exception {
        browser.perform(form.with(by(operator)).with(csrf()))
                .andExpect(flash().attribute("notice", Matchers.hasToString(containsString(wrongField))));
    }

    @Test
    void it_is_for_operators() throws Exception {
        browser.perform(get(PAGE).with(by(People.staff(Role.SUPPORT)))).andExpect(status().isForbidden());
        browser.perform(get("/staff/faults").with(by(People.newCustomer()))).andExpect(status().isForbidden());
        browser.perform(form("PROVIDER")
                        .param("behaviour", "DOWN")
                        .with(by(People.staff(Role.WAREHOUSE)))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(operators.decisions()).isEmpty();
    }
}

package io.daybook.ui.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.ui.world.ShopTest;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ShopTest
class RegistrationPageTest {

    private final MockMvc browser;
    private final String email = UUID.randomUUID() + "@example.org";

    @Autowired
    RegistrationPageTest(MockMvc browser) {
        this.browser = browser;
    }

    @Test
    void whoever_opens_an_account_is_signed_in_and_goes_on_to_where_they_were_going() throws Exception {
        Cookie session = session(browser.perform(get("/checkout")).andReturn());
        MvcResult registered = browser.perform(
                        registration("Ada", email, "three words here").cookie(session))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        assertThat(registered.getResponse().getRedirectedUrl()).contains("/checkout");
        Cookie signedIn = session(registered);
        assertThat(signedIn.getValue())
                .as("a new session, so that none can be planted")
                .isNotEqualTo(session.getValue());
        browser.perform(get("/orders").cookie(signedIn)).andExpect(status().isOk());
    }

    @Test
    void an_account_can_be_signed_into() throws Exception {
        browser.perform(registration("Ada", email, "three words here"));
        MvcResult signedIn = browser.perform(
                        post("/sign-in").with(csrf()).param("email", email).param("password", "three words here"))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        browser.perform(get("/").cookie(session(signedIn))).andExpect(content().string(containsString("Sign out")));
    }

    @Test
    void the_wrong_password_is_told_kindly() throws Exception {
        browser.perform(post("/sign-in").with(csrf()).param("email", email).param("password", "wrong"))
                .andExpect(redirectedUrl("/sign-in?failed"));
        browser.perform(get("/sign-in").param("failed", ""))
                .andExpect(content().string(containsString("do not match")));
    }

    @Test
    void an_address_need_not_be_typed_again_after_the_wrong_password() throws Exception {
        MvcResult failed = browser.perform(post("/sign-in")
                        .with(csrf())
                        .param("email", "\"><b>" + email)
                        .param("password", "wrong words"))
                .andReturn();
        Cookie session = session(failed);
        browser.perform(get("/sign-in").param("failed", "").cookie(session))
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"&quot;&gt;&lt;b&gt;" + email + "\""),
                                not(containsString("wrong words")))));
        browser.perform(get("/sign-in").cookie(session)).andExpect(content().string(not(containsString(email))));
    }

    @Test
    void whoever_has_to_wait_is_told_how_long() throws Exception {
        browser.perform(get("/sign-in").param("wait", "12"))
                .andExpect(content().string(containsString("Please wait 12 minutes and try again.")));
        browser.perform(get("/sign-in").param("wait", "1"))
                .andExpect(content().string(containsString("Please wait 1 minute and try again.")));
        for (String nonsense : List.of("", "soon", "-1", "0", "999999999999", "<b>")) {
            browser.perform(get("/sign-in").param("wait", nonsense))
                    .andExpect(content().string(containsString("Please wait a few minutes and try again.")));
        }
    }

    @Test
    void an_address_that_is_taken_is_said_to_be() throws Exception {
        browser.perform(registration("Ada", email, "three words here"));
        browser.perform(registration("Eve", email, "three words here"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("already")));
    }

    @Test
    void what_is_missing_is_named_and_no_password_comes_back() throws Exception {
        browser.perform(registration("<b>Ada</b>", "not an address", "secret words"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("E-mail: ")))
                .andExpect(content()
                        .string(allOf(containsString("&lt;b&gt;Ada&lt;/b&gt;"), not(containsString("secret words")))));
        browser.perform(registration("", email, "short"))
                .andExpect(content().string(containsString("Name: please say what we may call you")));
        browser.perform(registration("Ada", email, "short"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Password: ")));
    }

    @Test
    void a_forged_registration_is_refused() throws Exception {
        browser.perform(post("/register")
                        .param("name", "Ada")
                        .param("email", email)
                        .param("password", "three words"))
                .andExpect(status().isForbidden());
    }

    private static MockHttpServletRequestBuilder registration(String name, String email, String password) {
        return post("/register")
                .with(csrf())
                .param("name", name)
                .param("email", email)
                .param("password", password);
    }

    private static Cookie session(MvcResult result) {
        return result.getResponse().getCookie("SESSION");
    }
}

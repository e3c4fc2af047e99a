package io.daybook.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.platform.Http;
import io.daybook.ui.platform.Http.Answer;
import io.daybook.ui.platform.PlatformTest;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebSecurityTest extends PlatformTest {

    static Answer signIn(Http browser, String email, String password) {
        String csrf = browser.get("/probe").json().path("csrf").asString();
        return form(browser, "/sign-in", "email", email, "password", password, "_csrf", csrf);
    }

    private static Answer form(Http browser, String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return browser.send(
                "POST",
                path,
                BodyPublishers.ofString(body.toString()),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    @Test
    void a_person_signs_in_and_out() {
        Account account = newCustomer();
        Http browser = anybody();
        assertThat(browser.get("/probe").json().path("email").asString()).isEmpty();
        Answer signedIn = signIn(browser, account.email(), PASSWORD);
        assertThat(signedIn.status()).isEqualTo(302);
        assertThat(signedIn.header("Location")).doesNotContain("sign-in");
        String cookie = String.join(";", signedIn.headers().allValues("Set-Cookie"));
        assertThat(cookie).contains("SESSION=").contains("HttpOnly").contains("SameSite=Lax");
        assertThat(browser.get("/probe").json().path("email").asString()).isEqualTo(account.email());
        String csrf = browser.get("/probe").json().path("csrf").asString();
        assertThat(form(browser, "/sign-out", "_csrf", csrf).status()).isEqualTo(302);
        assertThat(browser.get("/probe").json().path("email").asString()).isEmpty();
    }

    @Test
    void signing_in_gives_the_session_another_id() {
        Account account = newCustomer();
        Http browser = anybody();
        // A page that needs somebody signed in is remembered in a session of its own.
        String before = session(browser.get("/account/probe", "Accept", "text/html"));
        String after = session(signIn(browser, account.email(), PASSWORD));
        assertThat(before).isNotEmpty();
        assertThat(after).isNotEmpty().isNotEqualTo(before);
        assertThat(anybody()
                        .get("/account/probe", "Cookie", "SESSION=" + before)
                        .status())
                .isEqualTo(302);
        assertThat(anybody().get("/account/probe", "Cookie", "SESSION=" + after).status())
                .isEqualTo(200);
    }

    private static String session(Answer answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("SESSION="))
                .map(cookie -> cookie.substring("SESSION=".length(), cookie.indexOf(';')))
                .findFirst()
                .orElse("");
    }

    @Test
    void a_form_without_its_token_is_refused() {
        Account account = newCustomer();
        Http browser = anybody();
        assertThat(form(browser, "/sign-in", "email", account.email(), "password", PASSWORD)
                        .status())
                .isEqualTo(403);
        signIn(browser, account.email(), PASSWORD);
        assertThat(form(browser, "/sign-out").status()).isEqualTo(403);
        assertThat(browser.get("/probe").json().path("email").asString()).isEqualTo(account.email());
    }

    @Test
    void wrong_passwords_are_told_and_too_many_have_to_wait() {
        Account account = newCustomer();
        for (int i = 0; i < 4; i++) {
            assertThat(signIn(anybody(), account.email(), "guess number " + i).header("Location"))
                    .endsWith("/sign-in?failed");
        }
        assertThat(signIn(anybody(), account.email(), PASSWORD).header("Location"))
                .matches(".*/sign-in\\?wait=\\d+");
    }

    @Test
    void pages_that_need_a_person_send_others_to_the_form() {
        Answer page = anybody().get("/account/probe");
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).endsWith("/sign-in");
        Answer fragment = anybody().get("/account/probe", "HX-Request", "true");
        assertThat(fragment.status()).isEqualTo(401);
        assertThat(fragment.header("HX-Redirect")).isEqualTo("/sign-in");
        Http customer = anybody();
        signIn(customer, newCustomer().email(), PASSWORD);
        assertThat(customer.get("/staff/anything").status()).isEqualTo(403);
    }

    @Test
    void a_part_of_a_page_is_not_what_people_come_back_to() {
        Http browser = anybody();
        browser.get("/account/probe", "HX-Request", "true");
        browser.get("/account/stream", "Accept", "text/event-stream");
        Account account = newCustomer();
        assertThat(signIn(browser, account.email(), PASSWORD).header("Location"))
                .endsWith(port + "/");
        Http other = anybody();
        other.get("/account/probe?a=b", "Accept", "text/html");
        other.get("/account/other", "HX-Request", "true");
        assertThat(signIn(other, account.email(), PASSWORD).header("Location")).contains("/account/probe?a=b");
    }

    @Test
    void a_session_is_no_way_into_the_api() {
        Http browser = anybody();
        signIn(browser, newCustomer().email(), PASSWORD);
        assertThat(browser.get("/api/v1/orders").status()).isEqualTo(401);
    }

    @Test
    void answers_tell_browsers_to_trust_nobody() {
        Answer page = anybody().get("/probe");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Permissions-Policy")).contains("camera=()");
        assertThat(anybody().get("/api/v1/products").header("Content-Security-Policy"))
                .contains("default-src 'none'");
    }

    @Test
    void readiness_is_everybodys_and_the_rest_the_operators() {
        Answer ready = anybody().get("/actuator/health/readiness");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.body()).contains("UP").doesNotContain("logPosition");
        assertThat(anybody().get("/actuator/health/liveness").status()).isEqualTo(200);
        Answer nobody = anybody().get("/actuator/health");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(signedIn(newCustomer()).get("/actuator/metrics").status()).isEqualTo(403);
        Answer health = operator().get("/actuator/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().at("/components/ordering/details/viewLag").isNumber())
                .isTrue();
        assertThat(operator().get("/actuator/metrics").status()).isEqualTo(200);
    }

    @Test
    void the_operator_may_also_come_by_password_or_by_session() {
        String basic = Base64.getEncoder()
                .encodeToString(("operator@daybook.example:" + OPERATOR_PASSWORD).getBytes(StandardCharsets.UTF_8));
        assertThat(anybody()
                        .get("/actuator/metrics", "Authorization", "Basic " + basic)
                        .status())
                .isEqualTo(200);
        String wrong =
                Base64.getEncoder().encodeToString("operator@daybook.example:no".getBytes(StandardCharsets.UTF_8));
        assertThat(anybody()
                        .get("/actuator/metrics", "Authorization", "Basic " + wrong)
                        .status())
                .isEqualTo(401);
        Http browser = anybody();
        signIn(browser, "operator@daybook.example", OPERATOR_PASSWORD);
        assertThat(browser.get("/actuator/metrics").status()).isEqualTo(200);
        assertThat(browser.post("/actuator/loggers/io.daybook", "{\"configuredLevel\": \"INFO\"}")
                        .status())
                .isEqualTo(403);
        assertThat(operator()
                        .post("/actuator/loggers/io.daybook", "{\"configuredLevel\": \"INFO\"}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void a_page_that_is_not_there_is_a_page_and_not_a_problem() {
        Answer answer = anybody().get("/no/such/page", "Accept", "text/html");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
    }
}

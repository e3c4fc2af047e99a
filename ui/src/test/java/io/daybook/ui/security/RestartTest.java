package io.daybook.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Accounts;
import io.daybook.ui.accounts.AccountsDatabase;
import io.daybook.ui.platform.Http;
import io.daybook.ui.platform.Servers;
import io.daybook.ui.platform.SmallPlatform;
import io.daybook.ui.tokens.Tokens;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What people were given before a restart is good after it. */
class RestartTest {

    private static final String OLD_PASSWORD = "the old password";
    private static final String NEW_PASSWORD = "the new password";

    private final String uri = Servers.newAccountsUri();

    private ConfigurableApplicationContext start(String operatorPassword) {
        return new SpringApplicationBuilder(SmallPlatform.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--axon.axonserver.enabled=false",
                        "--axon.serializer.general=jackson3",
                        "--axon.timeout.enabled=false",
                        "--axon.update-check.disabled=true",
                        "--daybook.accounts.connect-within=10s",
                        "--daybook.accounts.uri=" + uri,
                        "--daybook.operator.password=" + operatorPassword);
    }

    private static Http caller(ConfigurableApplicationContext platform) {
        return new Http(platform.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private static String sessionOf(Http.Answer answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("SESSION="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sessions_and_tokens_survive_running_imports_read_interrupted_and_a_changed_password_signs_out() {
        String session;
        String token;
        String operatorSession;
        String operatorToken;
        try (ConfigurableApplicationContext before = start(OLD_PASSWORD)) {
            Account customer =
                    before.getBean(Accounts.class).register("carla@shop.example", "a password of mine", "Carla");
            session = sessionOf(WebSecurityTest.signIn(caller(before), customer.email(), "a password of mine"));
            token = before.getBean(Tokens.class).issue(customer).token();
            Account operator = before.getBean(Accounts.class)
                    .find("operator@daybook.example")
                    .orElseThrow();
            operatorSession = sessionOf(WebSecurityTest.signIn(caller(before), operator.email(), OLD_PASSWORD));
            operatorToken = before.getBean(Tokens.class).issue(operator).token();
            before.getBean(AccountsDatabase.class)
                    .collection("imports")
                    .insertOne(new Document("_id", "was-running")
                            .append("kind", "PRODUCTS")
                            .append("state", "RUNNING")
                            .append("content", "")
                            .append("total", 10)
                            .append("done", 4)
                            .append("failed", 0)
                            .append("errors", List.of())
                            .append("aliveAt", Date.from(Instant.now().minusSeconds(60))));
        }
        try (ConfigurableApplicationContext after = start(NEW_PASSWORD)) {
            Http http = caller(after);
            assertThat(http.get("/account/probe", "Cookie", session)
                            .json()
                            .path("email")
                            .asString())
                    .isEqualTo("carla@shop.example");
            assertThat(http.get("/api/v1/orders", "Authorization", "Bearer " + token)
                            .status())
                    .isEqualTo(200);
            assertThat(http.get("/account/probe", "Cookie", operatorSession).status())
                    .isEqualTo(302);
            assertThat(http.get("/api/v1/orders", "Authorization", "Bearer " + operatorToken)
                            .status())
                    .isEqualTo(401);
            Accounts accounts = after.getBean(Accounts.class);
            assertThat(accounts.signIn("operator@daybook.example", OLD_PASSWORD, "127.0.0.1"))
                    .isEmpty();
            Account operator = accounts.signIn("operator@daybook.example", NEW_PASSWORD, "127.0.0.1")
                    .orElseThrow();
            String fresh = after.getBean(Tokens.class).issue(operator).token();
            Http.Answer job = http.get("/api/v1/staff/imports/was-running", "Authorization", "Bearer " + fresh);
            assertThat(job.json().path("state").asString()).isEqualTo("INTERRUPTED");
            assertThat(job.json().path("done").asInt()).isEqualTo(4);
        }
    }
}

package io.daybook.ui.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.daybook.ui.accounts.Accounts;
import io.daybook.ui.platform.Http;
import io.daybook.ui.platform.Http.Answer;
import io.daybook.ui.platform.SmallPlatform;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The database of accounts, sessions and carts goes away and comes back while the shop is open. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountsAwayTest {

    private static final String PASSWORD = "a password of mine";
    private static final String READINESS = "/actuator/health/readiness";

    /** Outlives its server. */
    private final MongoBackend documents = new MemoryBackend() {
        @Override
        public void close() {
            // Kept for the next one.
        }
    };

    @Test
    void the_catalogue_stays_open_the_rest_says_so_in_time_and_nobody_has_to_sign_in_again_after() {
        MongoServer database = new MongoServer(documents);
        InetSocketAddress address = database.bind();
        try (ConfigurableApplicationContext platform = start(address)) {
            int port = platform.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            Http http = new Http(port);
            Accounts accounts = platform.getBean(Accounts.class);
            accounts.register("carla@shop.example", PASSWORD, "Carla");
            String session = sessionOf(WebSecurityTest.signIn(http, "carla@shop.example", PASSWORD));
            Answer before = http.get("/", "Cookie", session);
            assertThat(before.status()).isEqualTo(200);
            assertThat(before.body()).contains("Sign out");
            assertThat(http.get(READINESS).status()).isEqualTo(200);

            database.shutdownNow();
            long begin = System.nanoTime();
            Answer cart = http.get("/cart", "Cookie", session);
            assertThat(cart.status()).isEqualTo(503);
            assertThat(cart.header("Retry-After")).isEqualTo("5");
            assertThat(cart.body())
                    .contains("The shop cannot answer this now", "<header")
                    .doesNotContain("Exception");
            Answer ready = http.get(READINESS);
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.json()
                            .path("components")
                            .path("accounts")
                            .path("status")
                            .asString())
                    .as(ready.body())
                    .isEqualTo("DOWN");
            assertThat(ready.json()
                            .path("components")
                            .path("ordering")
                            .path("status")
                            .asString())
                    .isEqualTo("UP");
            assertThat(ready.body()).doesNotContain("Exception");
            Answer signedIn = http.get("/", "Cookie", session);
            assertThat(signedIn.status()).isEqualTo(200);
            assertThat(signedIn.body()).contains("Signing in and baskets are not possible now");
            Http stranger = new Http(port);
            assertThat(stranger.get("/").status()).isEqualTo(200);
            assertThat(stranger.get("/sign-in").status()).isEqualTo(200);
            // By itself the driver would look for the database for 30 s, each time.
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(25));

            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> accounts.signIn("carla@shop.example", PASSWORD, "10.0.0.1"))
                        .isInstanceOf(MongoException.class);
            }

            MongoServer again = new MongoServer(documents);
            again.bind(address);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> http.get(READINESS).status() == 200);
            assertThat(http.get("/", "Cookie", session).body())
                    .contains("Sign out")
                    .doesNotContain("not possible now");
            assertThat(accounts.signIn("carla@shop.example", PASSWORD, "10.0.0.1"))
                    .as("attempts that nobody could decide about are not held against anybody")
                    .isPresent();
            again.shutdownNow();
        }
    }

    private static ConfigurableApplicationContext start(InetSocketAddress database) {
        return new SpringApplicationBuilder(SmallPlatform.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--axon.axonserver.enabled=false",
                        "--axon.serializer.general=jackson3",
                        "--axon.timeout.enabled=false",
                        "--axon.update-check.disabled=true",
                        "--daybook.accounts.failures-per-account=2",
                        "--daybook.accounts.connect-within=1s",
                        "--daybook.accounts.uri=mongodb://%s:%d/accounts"
                                .formatted(database.getAddress().getHostAddress(), database.getPort()));
    }

    private static String sessionOf(Answer answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("SESSION="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }
}

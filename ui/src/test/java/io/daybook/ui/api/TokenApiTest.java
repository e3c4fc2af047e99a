package io.daybook.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.platform.Http;
import io.daybook.ui.platform.Http.Answer;
import io.daybook.ui.platform.PlatformTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TokenApiTest extends PlatformTest {

    private Answer signIn(String email, String password) {
        return anybody().post("/api/v1/tokens", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password));
    }

    @Test
    void a_token_signs_in_until_it_is_revoked() {
        Account account = newCustomer();
        Answer answer = signIn(account.email().toUpperCase(Locale.ROOT), PASSWORD);
        assertThat(answer.status()).isEqualTo(201);
        Instant expiresAt = Instant.parse(answer.json().path("expiresAt").asString());
        assertThat(Duration.between(Instant.now(), expiresAt)).isBetween(Duration.ofHours(11), Duration.ofHours(12));
        Http customer = anybody()
                .with("Authorization", "Bearer " + answer.json().path("token").asString());
        assertThat(customer.get("/api/v1/orders").status()).isEqualTo(200);
        assertThat(customer.delete("/api/v1/tokens").status()).isEqualTo(204);
        Answer after = customer.get("/api/v1/orders");
        assertThat(after.status()).isEqualTo(401);
        assertThat(after.isProblem()).isTrue();
        assertThat(after.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void without_a_good_token_nothing_but_products_is_told() {
        Answer nobody = anybody().get("/api/v1/orders");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.isProblem()).isTrue();
        assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(nobody.header("Set-Cookie")).isEmpty();
        assertThat(anybody().get("/api/v1/products").status()).isEqualTo(200);
        for (String token : new String[] {"x", "", "A".repeat(43), "A".repeat(10_000 / 2)}) {
            assertThat(anybody()
                            .get("/api/v1/orders", "Authorization", "Bearer " + token)
                            .status())
                    .isEqualTo(401);
        }
        assertThat(anybody()
                        .get("/api/v1/orders", "Authorization", "Basic Og==")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void what_is_missing_for_signing_in_is_named() {
        assertThat(anybody().post("/api/v1/tokens", "{}").badFields()).containsExactly("email", "password");
        assertThat(anybody().post("/api/v1/tokens", "{\"email\": 1}").badFields())
                .containsExactly("email");
    }

    @Test
    void a_wrong_password_and_an_unknown_account_are_answered_alike() {
        Account account = newCustomer();
        Answer wrong = signIn(account.email(), "not the password");
        Answer unknown = signIn("nobody@shop.example", "not the password");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
        assertThat(signIn(account.email(), "p".repeat(100_000)).status()).isEqualTo(401);
    }

    @Test
    void an_account_whose_password_is_guessed_at_has_to_wait() {
        Account account = newCustomer();
        for (int i = 0; i < 4; i++) {
            assertThat(signIn(account.email(), "guess number " + i).status()).isEqualTo(401);
        }
        Answer refused = signIn(account.email(), PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.isProblem()).isTrue();
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 900);
        assertThat(signIn(newCustomer().email(), PASSWORD).status()).isEqualTo(201);
    }
}

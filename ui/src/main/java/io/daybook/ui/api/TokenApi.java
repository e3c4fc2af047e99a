package io.daybook.ui.api;

import io.daybook.ui.accounts.Accounts;
import io.daybook.ui.http.BadFields;
import io.daybook.ui.http.Problem;
import io.daybook.ui.placement.BadField;
import io.daybook.ui.security.BearerTokens;
import io.daybook.ui.tokens.IssuedToken;
import io.daybook.ui.tokens.Tokens;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out for programs. */
@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "Tokens", description = "Signing in and out")
class TokenApi {

    private final Accounts accounts;
    private final Tokens tokens;

    TokenApi(Accounts accounts, Tokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** Never printed with the password. */
    record SignInRequest(@Nullable String email, @Nullable String password) {
        @Override
        public String toString() {
            return "SignInRequest[]";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirements
    @Operation(
            summary = "Get a bearer token",
            description =
                    "To be sent as `Authorization: Bearer …`. 429 with Retry-After when sign-in failed too often.")
    ResponseEntity<Object> signIn(@RequestBody SignInRequest request, HttpServletRequest http) {
        List<BadField> errors = new ArrayList<>();
        String email = request.email();
        String password = request.password();
        if (email == null || password == null) {
            if (email == null) {
                errors.add(new BadField("email", "must be given"));
            }
            if (password == null) {
                errors.add(new BadField("password", "must be given"));
            }
            throw new BadFields(errors);
        }
        return accounts.signIn(email, password, http.getRemoteAddr())
                .<ResponseEntity<Object>>map(account -> {
                    IssuedToken token = tokens.issue(account);
                    return ResponseEntity.status(HttpStatus.CREATED).body(token);
                })
                .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(Problem.of(HttpStatus.UNAUTHORIZED, "E-mail address and password do not match.")));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke the bearer token that this request is sent with")
    void revoke(HttpServletRequest http) {
        String token = BearerTokens.of(http);
        if (token != null) {
            tokens.revoke(token);
        }
    }
}

package io.daybook.ui.security;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Accounts;
import io.daybook.ui.accounts.TooManyFailures;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Signs in by e-mail address and password, for the form and for HTTP Basic. */
final class SignIn implements AuthenticationProvider {

    private final Accounts accounts;

    SignIn(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String email = attempt.getName();
        Object password = attempt.getCredentials();
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "unknown";
        try {
            Account account = accounts.signIn(email, password == null ? "" : password.toString(), address)
                    .orElseThrow(() -> new BadCredentialsException("E-mail address and password do not match."));
            UsernamePasswordAuthenticationToken signedIn =
                    UsernamePasswordAuthenticationToken.authenticated(account, null, account.authorities());
            signedIn.setDetails(attempt.getDetails());
            return signedIn;
        } catch (TooManyFailures refused) {
            throw new SignInDelayed(refused.retryAfter());
        }
    }

    @Override
    public boolean supports(Class<? extends @Nullable Object> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}

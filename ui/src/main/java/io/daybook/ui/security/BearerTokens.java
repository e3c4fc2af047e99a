package io.daybook.ui.security;

import com.mongodb.MongoException;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.http.Problem;
import io.daybook.ui.http.ProblemWriter;
import io.daybook.ui.tokens.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a request in by its bearer token; one that is not good is refused even where nobody need be signed in. */
public final class BearerTokens extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(BearerTokens.class);
    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final ProblemWriter problems;

    BearerTokens(Tokens tokens, ProblemWriter problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /** The token of the request; null when it has none. */
    public static @Nullable String of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = of(request);
        if (token == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Account> account;
        try {
            account = tokens.find(token);
        } catch (MongoException unreachable) {
            log.warn("A bearer token could not be looked up: {}", unreachable.toString());
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.write(
                    response,
                    Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "Tokens cannot be checked at the moment. Try again."));
            return;
        }
        if (account.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            problems.write(
                    response,
                    Problem.of(HttpStatus.UNAUTHORIZED, "The bearer token is unknown, has expired or was revoked."));
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                account.get(), null, account.get().authorities()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}

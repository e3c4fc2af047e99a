package io.daybook.ui.security;

import com.mongodb.MongoException;
import io.daybook.ui.accounts.AccountsDatabase;
import io.daybook.ui.http.Problem;
import io.daybook.ui.http.ProblemWriter;
import io.daybook.ui.pages.FramePart;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.ui.ModelMap;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What becomes of requests while the accounts database, and with it every session, is away. The catalogue is shown as to
 * somebody who has not signed in: who has is known again as soon as the database is back, for the browser keeps its cookie.
 * Everything else is answered with 503, the page for that as to a stranger, too, so that it does not need what is missing.
 */
final class AccountsAway extends OncePerRequestFilter implements HttpSessionIdResolver, FramePart {

    private static final Logger log = LoggerFactory.getLogger(AccountsAway.class);
    private static final String FAILED = AccountsAway.class.getName();
    private static final String RETRY_AFTER_SECONDS = "5";

    private final AccountsDatabase database;
    private final CookieHttpSessionIdResolver cookies;
    private final ProblemWriter problems;

    AccountsAway(AccountsDatabase database, CookieHttpSessionIdResolver cookies, ProblemWriter problems) {
        this.database = database;
        this.cookies = cookies;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (MongoException away) {
            refuse(request, response, away);
        } catch (ServletException failure) {
            if (!(failure.getCause() instanceof MongoException away)) {
                throw failure;
            }
            refuse(request, response, away);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, MongoException away)
            throws IOException {
        log.warn("{} cannot be served without the accounts: {}", request.getRequestURI(), away.toString());
        if (response.isCommitted()) {
            throw away;
        }
        response.reset();
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            problems.write(
                    response,
                    Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "This cannot be done at the moment. Try again."));
        } else {
            request.setAttribute(FAILED, true);
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        return withoutAccounts(request) ? List.of() : cookies.resolveSessionIds(request);
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
        cookies.setSessionId(request, response, id);
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        cookies.expireSession(request, response);
    }

    @Override
    public void contribute(HttpServletRequest request, ModelMap model) {
        if (withoutAccounts(request)) {
            model.addAttribute("accountsAway", true);
        }
    }

    private boolean withoutAccounts(HttpServletRequest request) {
        return request.getAttribute(FAILED) != null || canDoWithout(request) && !database.isThere();
    }

    /** The catalogue, and the question what is missing. */
    private static boolean canDoWithout(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getMethod().equals("GET")
                && (path.equals("/") || path.startsWith("/products/") || path.startsWith("/actuator/health/"));
    }
}

package io.daybook.ui.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Where people are sent when they are not, or could not be, signed in. */
final class WebSignIn {

    static final String EMAIL = "email";
    private static final String FROM_A_PAGE = "HX-Request";

    private WebSignIn() {}

    /** Back to the form, which says why: {@code failed}, or {@code wait} with the minutes to wait. */
    static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String why = failure instanceof SignInDelayed delayed
                ? "wait=" + Math.max(1, (delayed.retryAfter().toSeconds() + 59) / 60)
                : "failed";
        TypedAddress.keep(request);
        response.sendRedirect(request.getContextPath() + "/sign-in?" + why);
    }

    /** What people come back to when they have signed in: a page, neither a part of it nor what it listens to. */
    static RequestCache interrupted() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && request.getHeader(FROM_A_PAGE) == null
                && !String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_EVENT_STREAM_VALUE));
        return cache;
    }

    /** To the form, and afterwards back. A part of a page cannot show the form: then the whole page goes there. */
    static AuthenticationEntryPoint entryPoint() {
        AuthenticationEntryPoint form = new LoginUrlAuthenticationEntryPoint("/sign-in");
        return (request, response, failure) -> {
            if (request.getHeader(FROM_A_PAGE) == null) {
                form.commence(request, response, failure);
            } else {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                response.setHeader("HX-Redirect", request.getContextPath() + "/sign-in");
            }
        };
    }

    static void retryAfter(HttpServletResponse response, SignInDelayed delayed) {
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, delayed.retryAfter().toSeconds())));
    }
}

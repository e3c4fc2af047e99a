package io.daybook.ui.cart;

import io.daybook.ui.accounts.Account;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Whose cart a request is about: that of the account, or the one that the visitor's cookie names. */
final class CartOwner {

    private static final String COOKIE = "daybook-cart";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    static String ofAccount(Account account) {
        return "customer-" + account.customer();
    }

    /** The cart that the cookie names; null when there is none. */
    @Nullable String named(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie != null && FORM.matcher(cookie.getValue()).matches() ? cookie.getValue() : null;
    }

    /** Names a cart by cookie, which cannot be guessed. */
    String name(HttpServletRequest request, HttpServletResponse response, Duration lifetime) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        set(request, response, id, lifetime);
        return id;
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String id, Duration lifetime) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, id)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(lifetime)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}

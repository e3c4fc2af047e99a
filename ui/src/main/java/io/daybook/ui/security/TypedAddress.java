package io.daybook.ui.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/** The e-mail address of a sign-in that failed, until the form is shown again: it need not be typed twice. */
public final class TypedAddress {

    private static final String ATTRIBUTE = TypedAddress.class.getName();
    private static final int LONGEST = 254;

    private TypedAddress() {}

    static void keep(HttpServletRequest request) {
        String typed = request.getParameter(WebSignIn.EMAIL);
        if (typed != null && !typed.isBlank() && typed.length() <= LONGEST) {
            request.getSession().setAttribute(ATTRIBUTE, typed);
        }
    }

    /** What was typed before; empty when nothing was. Asked again, it is forgotten. */
    public static String take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String typed)) {
            return "";
        }
        session.removeAttribute(ATTRIBUTE);
        return typed;
    }
}

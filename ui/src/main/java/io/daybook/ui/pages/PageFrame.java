package io.daybook.ui.pages;

import io.daybook.ui.accounts.Account;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Adds to every page what the frame around it shows. */
final class PageFrame implements HandlerInterceptor {

    private final ObjectProvider<FramePart> parts;

    PageFrame(ObjectProvider<FramePart> parts) {
        this.parts = parts;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            // Its cookie must be set before the page is long enough to be on its way already.
            token.getToken();
        }
        page.addObject("visitor", Visitor.of(account()));
        page.addObject("base", request.getContextPath());
        page.addObject("here", request.getServletPath());
        page.addObject("staffOnly", request.getServletPath().startsWith("/staff"));
        // An error page must not need what may just have failed.
        List<FramePart> shown = request.getDispatcherType() == DispatcherType.ERROR
                ? List.of()
                : parts.orderedStream().toList();
        shown.forEach(part -> part.contribute(request, page.getModelMap()));
    }

    private static @Nullable Account account() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Account account ? account : null;
    }
}

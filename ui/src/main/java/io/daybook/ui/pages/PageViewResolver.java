package io.daybook.ui.pages;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the headers that htmx sends. */
final class PageViewResolver implements HandlerMethodArgumentResolver {

    private static final String REQUEST = "HX-Request";
    private static final String RESTORES_HISTORY = "HX-History-Restore-Request";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(PageView.class);
    }

    @Override
    public PageView resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
        if (response != null) {
            response.addHeader(HttpHeaders.VARY, REQUEST);
        }
        return new PageView(request.getHeader(REQUEST) != null && request.getHeader(RESTORES_HISTORY) == null);
    }
}

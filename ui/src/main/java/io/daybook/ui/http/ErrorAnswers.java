package io.daybook.ui.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.AbstractErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what went wrong outside any controller: no such path, a method or media type that is not taken. Programs get a
 * problem, people the page {@code error/<status>} or {@code error}.
 */
@Controller
@RequestMapping("${spring.web.error.path:${error.path:/error}}")
final class ErrorAnswers extends AbstractErrorController {

    private static final String RETRY_AFTER_SECONDS = "5";

    private final ProblemWriter problems;

    ErrorAnswers(ErrorAttributes attributes, List<ErrorViewResolver> pages, ProblemWriter problems) {
        super(attributes, pages);
        this.problems = problems;
    }

    @RequestMapping
    @Nullable ModelAndView answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = getStatus(request);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (path == null && status.is5xxServerError()) {
            // Asked for by its own name, not reached by an error.
            status = HttpStatus.NOT_FOUND;
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        String asked = String.valueOf(path);
        if (asked.startsWith("/api/") || asked.startsWith("/actuator/")) {
            problems.write(response, Problem.of(status, detail(status)));
            return null;
        }
        response.setStatus(status.value());
        Map<String, Object> model = Map.of("status", status.value(), "title", status.getReasonPhrase());
        ModelAndView page = resolveErrorView(request, response, status, model);
        return page == null ? new ModelAndView("error", model) : page;
    }

    private static String detail(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing at this path.";
            case METHOD_NOT_ALLOWED -> "This path does not take this method; see the header Allow.";
            case UNSUPPORTED_MEDIA_TYPE -> "This path does not take a body of this Content-Type.";
            case NOT_ACCEPTABLE -> "This path does not answer in any form that the header Accept names.";
            case SERVICE_UNAVAILABLE -> "This cannot be done at the moment. Try again.";
            default -> status.is5xxServerError() ? "Something went wrong on our side." : status.getReasonPhrase() + ".";
        };
    }
}

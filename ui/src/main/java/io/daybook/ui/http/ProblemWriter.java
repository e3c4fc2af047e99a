package io.daybook.ui.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Writes problems where no controller is at work: in filters and after errors. */
public final class ProblemWriter {

    private final ApiJson json;

    public ProblemWriter(ApiJson json) {
        this.json = json;
    }

    /** Answers as if a controller had failed with this. */
    public void answer(HttpServletResponse response, Throwable failure) throws IOException {
        ResponseEntity<Problem> answer = Failures.answer(failure);
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        write(response, Objects.requireNonNull(answer.getBody()));
    }

    public void write(HttpServletResponse response, Problem problem) throws IOException {
        byte[] body = json.mapper().writeValueAsBytes(problem);
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}

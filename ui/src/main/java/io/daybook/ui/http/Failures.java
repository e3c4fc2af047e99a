package io.daybook.ui.http;

import com.mongodb.MongoException;
import io.daybook.api.CommandRefused;
import io.daybook.api.InvalidValue;
import io.daybook.api.Refusal;
import io.daybook.ui.accounts.EmailTaken;
import io.daybook.ui.accounts.TooManyFailures;
import io.daybook.ui.pages.ViewUnavailable;
import io.daybook.ui.placement.BadField;
import io.daybook.ui.placement.InvalidOrder;
import io.daybook.ui.placement.KeyUsedForAnotherOrder;
import io.daybook.ui.placement.OrderingAway;
import io.daybook.ui.placement.OrderingBusy;
import io.daybook.ui.placement.Outage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.common.AxonException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** What is answered for which failure. Nothing of the inside is told; what was nobody's mistake is logged. */
final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration AFTER_OUTAGE = Duration.ofSeconds(5);
    private static final String INVALID = "The request has invalid values.";

    private Failures() {}

    static ResponseEntity<Problem> answer(Throwable thrown) {
        Throwable failure = inner(thrown);
        if (failure instanceof InvalidOrder invalid) {
            return bad(invalid.errors());
        }
        if (failure instanceof BadFields bad) {
            return bad(bad.errors());
        }
        if (failure instanceof InvalidValue invalid) {
            return bad(List.of(BadField.of(invalid)));
        }
        if (failure instanceof NotThere || failure instanceof AggregateNotFoundException) {
            return plain(HttpStatus.NOT_FOUND, failure instanceof NotThere ? failure : null, "There is no such thing.");
        }
        if (failure instanceof KeyUsedForAnotherOrder || failure instanceof ConflictingRequest) {
            return plain(HttpStatus.UNPROCESSABLE_CONTENT, failure, "");
        }
        if (failure instanceof EmailTaken) {
            return plain(HttpStatus.CONFLICT, failure, "");
        }
        if (failure instanceof TooManyFailures refused) {
            return later(
                    HttpStatus.TOO_MANY_REQUESTS, "Too many failed sign-ins. Try again later.", refused.retryAfter());
        }
        if (failure instanceof TooBusy busy) {
            return later(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(busy.getMessage()), busy.retryAfter());
        }
        if (failure instanceof OrderingBusy busy) {
            // Unlike after a 503, the connection stays open: who is sent away in an overload costs little.
            return later(HttpStatus.TOO_MANY_REQUESTS, String.valueOf(busy.getMessage()), busy.retryAfter());
        }
        if (failure instanceof OrderingAway) {
            log.warn("An order could not be placed: {}", String.valueOf(failure.getCause()));
            return later(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(failure.getMessage()), AFTER_OUTAGE);
        }
        return CommandRefused.in(failure).map(Failures::refused).orElseGet(() -> technical(failure));
    }

    private static ResponseEntity<Problem> refused(Refusal refusal) {
        HttpStatus status = switch (refusal.code()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT, NOT_ALLOWED_NOW -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.BAD_REQUEST;
        };
        return answer(status, refusal.reason(), List.of(), new HttpHeaders());
    }

    private static ResponseEntity<Problem> technical(Throwable failure) {
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return unreadable(unreadable);
        }
        if (failure instanceof InvalidParameterException) {
            return plain(HttpStatus.BAD_REQUEST, null, "The query string is not properly encoded.");
        }
        if (failure instanceof BodyTooLarge) {
            return plain(HttpStatus.CONTENT_TOO_LARGE, failure, "");
        }
        if (failure instanceof MissingRequestHeaderException missing) {
            return bad(List.of(new BadField(missing.getHeaderName(), "must be given as a header")));
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return bad(List.of(new BadField(missing.getParameterName(), "must be given")));
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return bad(List.of(new BadField(mismatch.getName(), "has the wrong form")));
        }
        if (failure instanceof AsyncRequestTimeoutException || failure instanceof TimeoutException) {
            return later(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "There was no answer in time. It is not known whether it happened: send it again with the same key.",
                    SOON);
        }
        if (failure instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            String detail = known.getBody().getDetail();
            return answer(status, detail == null ? status.getReasonPhrase() : detail, List.of(), known.getHeaders());
        }
        if (failure instanceof AxonException
                || failure instanceof ViewUnavailable
                || failure instanceof MongoException
                || Outage.is(failure)) {
            log.warn("A request could not be served: {}", failure.toString());
            return later(HttpStatus.SERVICE_UNAVAILABLE, "This cannot be done at the moment. Try again.", SOON);
        }
        log.error("A request failed", failure);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side.", List.of(), new HttpHeaders());
    }

    private static ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge tooLarge) {
                return plain(HttpStatus.CONTENT_TOO_LARGE, tooLarge, "");
            }
        }
        if (unreadable.getCause() instanceof JacksonException json) {
            return UnreadableJson.field(json)
                    .map(field -> bad(List.of(field)))
                    .orElseGet(() ->
                            answer(HttpStatus.BAD_REQUEST, UnreadableJson.where(json), List.of(), new HttpHeaders()));
        }
        return answer(HttpStatus.BAD_REQUEST, "A body is needed.", List.of(), new HttpHeaders());
    }

    private static ResponseEntity<Problem> bad(List<BadField> errors) {
        return answer(HttpStatus.BAD_REQUEST, INVALID, errors, new HttpHeaders());
    }

    private static ResponseEntity<Problem> plain(HttpStatus status, @Nullable Throwable said, String otherwise) {
        String detail = said == null || said.getMessage() == null ? otherwise : said.getMessage();
        return answer(status, detail, List.of(), new HttpHeaders());
    }

    private static ResponseEntity<Problem> later(HttpStatus status, String detail, Duration retryAfter) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        return answer(status, detail, List.of(), headers);
    }

    private static ResponseEntity<Problem> answer(
            HttpStatus status, String detail, List<BadField> errors, HttpHeaders headers) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(status, detail, errors));
    }

    private static Throwable inner(Throwable thrown) {
        Throwable failure = thrown;
        while ((failure instanceof CompletionException || failure instanceof ExecutionException)
                && failure.getCause() != null) {
            failure = failure.getCause();
        }
        return failure;
    }
}

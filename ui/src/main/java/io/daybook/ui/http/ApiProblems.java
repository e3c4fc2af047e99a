package io.daybook.ui.http;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what the REST API's controllers throw into problems. What never reaches a controller comes to {@link ErrorAnswers}. */
@RestControllerAdvice(annotations = RestController.class)
final class ApiProblems {

    @ExceptionHandler
    ResponseEntity<Problem> problem(Exception failure) {
        return Failures.answer(failure);
    }
}

package io.daybook.ui.pages;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A view that a page is made of cannot be asked now; trying again later may help. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public class ViewUnavailable extends RuntimeException {

    ViewUnavailable(Object query, Throwable cause) {
        super("no answer to " + query, cause);
    }
}

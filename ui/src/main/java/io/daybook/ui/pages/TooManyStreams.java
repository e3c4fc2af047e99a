package io.daybook.ui.pages;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** As many live streams are open as this instance takes; the page works without one. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
class TooManyStreams extends RuntimeException {

    TooManyStreams(int limit) {
        super("%d live streams are open already".formatted(limit));
    }
}

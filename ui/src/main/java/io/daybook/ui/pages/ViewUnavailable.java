package io.daybook.ui.pages;

import java.util.concurrent.ExecutionException;
import org.axonframework.queryhandling.QueryExecutionException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A view that a page is made of cannot be asked now; trying again later may help. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public class ViewUnavailable extends RuntimeException {

    public ViewUnavailable(Object query, Throwable cause) {
        super("no answer to " + query, cause);
    }

    /** Whether nobody was heard of at all, as opposed to somebody who tried to answer and could not. */
    public boolean unanswered() {
        return !(getCause() instanceof ExecutionException && getCause().getCause() instanceof QueryExecutionException);
    }
}

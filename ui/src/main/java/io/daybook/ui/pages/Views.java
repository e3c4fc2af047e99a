package io.daybook.ui.pages;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.queryhandling.QueryGateway;

/** Asks the views, and waits for the answer no longer than a reader would. */
public final class Views {

    private final QueryGateway queries;
    private final PageSettings settings;

    Views(QueryGateway queries, PageSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    /** The answer to a query; throws {@link ViewUnavailable} when there is none in time. */
    public <R> R ask(Object query, Class<R> answer) {
        return ask(query, answer, settings.answerWithin());
    }

    /** The same for those who do not want to wait as long. */
    public <R> R ask(Object query, Class<R> answer, Duration within) {
        return await(query, queries.query(query, answer), within);
    }

    /** The answer to something that has been asked already. */
    public static <R> R await(Object query, CompletableFuture<R> answer, Duration within) {
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new ViewUnavailable(query, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ViewUnavailable(query, interrupted);
        }
    }
}

package io.daybook.query.auditor;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/** Other services, which may be away: then what the auditor wants of them is done later. */
final class Neighbours {

    private final Supplier<QueryGateway> queries;
    private final Duration patience;
    private final Pauses pauses;
    private volatile @Nullable String trouble;

    Neighbours(Supplier<QueryGateway> queries, Duration patience, Pauses pauses) {
        this.queries = queries;
        this.patience = patience;
        this.pauses = pauses;
    }

    /** The answer; null when there is none. */
    <A> @Nullable A ask(Object question, Class<A> answer) throws InterruptedException {
        CompletableFuture<A> asked = queries.get().query(question, answer);
        pauses.waiting(() -> asked.handle((done, failure) -> failure)
                .completeOnTimeout(
                        new TimeoutException("no answer in time"), patience.toMillis(), TimeUnit.MILLISECONDS)
                .join());
        try {
            A given = asked.get(0, TimeUnit.MILLISECONDS);
            trouble = null;
            return given;
        } catch (ExecutionException failure) {
            trouble = "%s was not answered (%s)"
                    .formatted(
                            question.getClass().getSimpleName(),
                            failure.getCause() == null
                                    ? failure
                                    : failure.getCause().getClass().getSimpleName());
            return null;
        } catch (TimeoutException late) {
            asked.cancel(true);
            trouble =
                    "%s was not answered in time".formatted(question.getClass().getSimpleName());
            return null;
        }
    }

    /** Before they are asked again. */
    void rest(Duration time) throws InterruptedException {
        pauses.rest(time);
    }

    /** Why the last question was not answered; null when it was. */
    @Nullable String trouble() {
        return trouble;
    }
}

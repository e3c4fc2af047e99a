package io.daybook.command.payment;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One intent on its way to the provider: asked for, resolved, recorded; after a failure of any of these from the start
 * again, until it is stopped because its outcome, or an intent that replaces it, is in the log.
 */
final class Errand {

    private static final Logger log = LoggerFactory.getLogger(Errand.class);

    private final Intent intent;
    private final Cause cause;
    private final Errands errands;
    private int attempts;
    private volatile boolean over;

    Errand(Intent intent, Cause cause, Errands errands) {
        this.intent = intent;
        this.cause = cause;
        this.errands = errands;
    }

    Intent intent() {
        return intent;
    }

    void start(Duration delay) {
        errands.after(delay, cause.tier(), this::attempt);
    }

    /** No further attempt is begun. What the provider says to one that is under way is still recorded. */
    void stop() {
        over = true;
    }

    private CompletableFuture<?> attempt() {
        if (over) {
            return CompletableFuture.completedFuture(null);
        }
        attempts++;
        return CompletableFuture.completedFuture(errands.provider(cause.tier()))
                .thenCompose(intent::askedOf)
                .exceptionallyCompose(this::resolve)
                .thenCompose(this::record)
                .whenComplete((recorded, failure) -> {
                    if (failure != null) {
                        again(failure);
                    }
                });
    }

    /** The call may have happened or not, so nothing is asked for again before it is known. */
    private CompletableFuture<ProviderAnswer> resolve(Throwable unanswered) {
        if (log.isDebugEnabled()) {
            cause.log(
                    intent.paymentId(),
                    () -> log.debug("{}: no answer, asking what became of it", intent.paymentId(), unanswered));
        }
        return errands.provider(cause.tier()).find(intent.paymentId());
    }

    private CompletableFuture<?> record(ProviderAnswer answer) {
        return intent.settledBy(answer)
                .<CompletableFuture<?>>map(outcome -> errands.record(cause.of(outcome)))
                .orElseGet(() -> CompletableFuture.failedFuture(
                        new IllegalStateException("not done yet: the provider says " + answer.standing())));
    }

    private void again(Throwable failure) {
        Duration pause = errands.pauseAfter(attempts);
        Level level = attempts == 1 ? Level.INFO : Level.DEBUG;
        if (log.isEnabledForLevel(level)) {
            cause.log(
                    intent.paymentId(),
                    () -> log.atLevel(level)
                            .log(
                                    "{} of {}: attempt {} came to nothing, next in {} ms: {}",
                                    intent.getClass().getSimpleName(),
                                    intent.paymentId(),
                                    attempts,
                                    pause.toMillis(),
                                    failure.toString()));
        }
        errands.after(pause, cause.tier(), this::attempt);
    }
}

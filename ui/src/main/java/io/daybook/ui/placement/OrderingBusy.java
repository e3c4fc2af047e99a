package io.daybook.ui.placement;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** More orders wait than should: this one was not taken, and may be sent again with the same key. */
public class OrderingBusy extends RuntimeException {

    private final Duration retryAfter;

    /**
     * @param wait       how long orders wait
     * @param retryAfter how long to wait before it is sent again
     */
    public OrderingBusy(Duration wait, Duration retryAfter, Instant now) {
        // Without a stack trace: it is made when there is no time to lose, and says nothing of where it was thrown.
        super(
                "Orders wait for about %d s at the moment, so no more of them are taken now. Try again at %s, with the same key."
                        .formatted(wait.toSeconds(), now.plus(retryAfter).truncatedTo(ChronoUnit.SECONDS)),
                null,
                false,
                false);
        this.retryAfter = retryAfter;
    }

    /** How long to wait before it is sent again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}

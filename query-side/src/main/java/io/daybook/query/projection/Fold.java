package io.daybook.query.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How what a view holds follows from events: the pure part of a {@link View}, for those who ask how it would have been.
 *
 * @param <V> what the view holds of one thing
 */
@FunctionalInterface
public interface Fold<V> {

    /** What is held after an event. Null as long as there is nothing. */
    @Nullable V fold(@Nullable V current, Object event, Instant at, long position);
}

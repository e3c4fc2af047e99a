package io.daybook.ui.experiments;

import io.daybook.api.inventory.StockEvent;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderEvent.OrderRejected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log from before a run on, and keeps what is about it: events of aggregates that bear the run's id, and what
 * operators decide meanwhile. All others are passed over unread.
 */
final class RunLog implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RunLog.class);
    private static final int LOOK_UP_MILLIS = 200;
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(1);

    private final EventStore events;
    private final String mark;
    private final Thread reader;
    private final List<Recorded> recorded = new ArrayList<>();
    private @Nullable TrackingToken position;
    private volatile boolean closed;
    private int placed;
    private int confirmed;
    private int rejected;
    private int movements;

    /** From the end of the log on. */
    RunLog(EventStore events, String run) {
        this.events = events;
        this.mark = "-" + run.toLowerCase(Locale.ROOT) + "-";
        this.position = events.createHeadToken();
        this.reader = new Thread(this::read, "experiment-log");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        while (!closed) {
            try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(position)) {
                while (!closed) {
                    if (stream.hasNextAvailable(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
                        take(stream.nextAvailable());
                    }
                }
            } catch (InterruptedException ending) {
                closed = true;
            } catch (RuntimeException away) {
                log.warn("The log cannot be followed, and is asked for again: {}", away.toString());
                waitALittle();
            }
        }
    }

    private synchronized void waitALittle() {
        try {
            wait(BEFORE_ANOTHER_TRY.toMillis());
        } catch (InterruptedException ending) {
            closed = true;
        }
    }

    private synchronized void take(TrackedEventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> event && isOurs(event.getAggregateIdentifier())) {
            Object payload = event.getPayload();
            recorded.add(new Recorded(event.getTimestamp(), payload));
            placed += payload instanceof OrderPlaced ? 1 : 0;
            confirmed += payload instanceof OrderConfirmed ? 1 : 0;
            rejected += payload instanceof OrderRejected ? 1 : 0;
            movements += payload instanceof StockEvent ? 1 : 0;
        }
        position = message.trackingToken();
        notifyAll();
    }

    private boolean isOurs(String aggregate) {
        return aggregate.equals(ControlsId.ALL.value())
                || aggregate.toLowerCase(Locale.ROOT).contains(mark);
    }

    /**
     * Everything up to now.
     *
     * @param longest to wait until the log has been read to where it ends now; what is read later counts no more
     */
    Findings findings(Duration longest) throws InterruptedException {
        catchUp(longest);
        synchronized (this) {
            return new Findings(recorded);
        }
    }

    /** Reads on to where the log ends now: what was answered before this is called is known after. */
    boolean catchUp(Duration longest) throws InterruptedException {
        TrackingToken end = events.createHeadToken();
        long head = end == null ? 0 : end.position().orElse(0);
        return await(longest, () -> reached() >= head);
    }

    private synchronized long reached() {
        TrackingToken here = position;
        return here == null ? 0 : here.position().orElse(0);
    }

    synchronized int placed() {
        return placed;
    }

    synchronized int confirmed() {
        return confirmed;
    }

    synchronized int rejected() {
        return rejected;
    }

    /** Movements of the run's products. */
    synchronized int movements() {
        return movements;
    }

    /** Waits until it is so; false when it is not after that time. Looked at after each event, and now and then. */
    boolean await(Duration atMost, BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (this) {
            while (!so.getAsBoolean()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(Math.min(left, LOOK_UP_MILLIS));
            }
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
    }
}

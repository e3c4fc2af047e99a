package io.daybook.ui.cart;

import com.mongodb.MongoException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets old carts from time to time. Not left to the database: the embedded one knows no expiry. */
final class CartCleaning implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CartCleaning.class);

    private final Carts carts;
    private final ScheduledExecutorService clock;

    CartCleaning(Carts carts, CartSettings settings) {
        this.carts = carts;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "cart-cleaning");
            thread.setDaemon(true);
            return thread;
        });
        long every = settings.cleanedEvery().toMillis();
        clock.scheduleWithFixedDelay(this::clean, every, every, TimeUnit.MILLISECONDS);
    }

    private void clean() {
        try {
            long forgotten = carts.forgetOld();
            log.debug("Forgot {} old carts", forgotten);
        } catch (MongoException unavailable) {
            log.warn("Old carts could not be looked for; the next round will", unavailable);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}

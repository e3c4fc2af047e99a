package io.daybook.bench.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what is imported to be seen: the catalogue is a view and follows the log. */
public final class Catalogue {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Catalogue() {}

    /**
     * Returns when the catalogue shows all these products.
     *
     * @throws IOException when it does not within two minutes
     */
    public static void await(DaybookClient client, Collection<String> skus) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (String sku : skus) {
            while (!client.shows(sku)) {
                if (System.nanoTime() > end) {
                    throw new IOException("The catalogue does not show product " + sku);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }
}

package io.daybook.standalone.book;

import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the book can be written now: found out by writing one row, the same one each time. A full disk shows here. */
final class BookHealth implements HealthIndicator {

    private static final String BEAT =
            "INSERT INTO Heartbeat (id, beat) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET beat = excluded.beat";

    private final GroupCommit commits;
    private final BookSettings settings;
    private final Clock clock = Clock.systemUTC();

    BookHealth(GroupCommit commits, BookSettings settings) {
        this.commits = commits;
        this.settings = settings;
    }

    @Override
    public Health health() {
        Health.Builder health = new Health.Builder()
                .withDetail("head", commits.head())
                .withDetail("commits", commits.commits())
                .withDetail("queued", commits.queued());
        long now = clock.millis();
        try {
            commits.submit((batches, first) -> batches.add(BEAT, row -> row.setLong(1, now)))
                    .get(settings.healthPatience().toMillis(), TimeUnit.MILLISECONDS);
            return health.up().build();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return health.outOfService().build();
        } catch (ExecutionException | TimeoutException failure) {
            return health.down(failure).build();
        }
    }
}

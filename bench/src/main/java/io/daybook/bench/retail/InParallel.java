package io.daybook.bench.retail;

import io.daybook.bench.http.DaybookClient;
import io.daybook.bench.http.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Goes through a list with several clients at once, each element begun in the list's order. */
final class InParallel {

    private final Session session;
    private final int concurrency;

    /** What is done with one element. */
    interface Work<T> {
        void run(DaybookClient client, T element) throws IOException;
    }

    InParallel(Session session, int concurrency) {
        this.session = session;
        this.concurrency = concurrency;
    }

    /** Returns when all are done; throws the first failure, after which nothing new is begun. */
    <T> void each(List<T> elements, Work<T> work) throws IOException, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(concurrency, elements.size()); i++) {
            threads.add(new Thread(
                    () -> {
                        try (DaybookClient client = session.client()) {
                            for (int index = next.getAndIncrement();
                                    index < elements.size() && failed.get() == null;
                                    index = next.getAndIncrement()) {
                                work.run(client, elements.get(index));
                            }
                        } catch (IOException | RuntimeException failure) {
                            failed.compareAndSet(null, failure);
                        }
                    },
                    "worker-" + i));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        Exception failure = failed.get();
        if (failure instanceof RuntimeException bug) {
            throw bug;
        }
        if (failure != null) {
            throw new IOException(failure.getMessage(), failure);
        }
    }
}

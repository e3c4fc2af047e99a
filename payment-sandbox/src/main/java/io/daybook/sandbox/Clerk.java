package io.daybook.sandbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that decides about calls and writes the books. It takes all calls that wait, decides one after the other,
 * commits once, and only then lets any of them be answered: so calls are serialised, and an answer is on disk before it is
 * given.
 */
final class Clerk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
    private static final int MAX_BATCH = 256;
    private static final int MAX_WAITING = 20_000;
    private static final int MAX_REMEMBERED = 20_000;
    private static final Outcome BROKEN = new Outcome.Note(500, "the books could not be written");
    private static final Outcome BUSY = new Outcome.Note(503, "too many calls are waiting");
    private static final Outcome CLOSED = new Outcome.Note(503, "the sandbox is closing");

    private final Books books;
    private final BlockingQueue<Errand> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Map<String, Payment> recent = new Recent();
    private final Thread thread;
    private volatile boolean closing;

    /** Something to do in the books, and whom to tell the outcome when it is on disk. */
    private record Errand(Work work, Consumer<Outcome> answer) {}

    private interface Work {
        Outcome run() throws SQLException;
    }

    /** The payments dealt with last: most calls are about one of them. */
    private static final class Recent extends LinkedHashMap<String, Payment> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Payment> eldest) {
            return size() > MAX_REMEMBERED;
        }
    }

    Clerk(Books books) {
        this.books = books;
        this.thread = new Thread(this::work, "sandbox-clerk");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** Has a call decided; the outcome is handed over by the clerk's thread, after its entry is on disk. */
    void ask(Call call, Consumer<Outcome> answer) {
        submit(new Errand(() -> decide(call), answer));
    }

    /** Mends what is broken with payments now in the books. */
    void mend(Consumer<Outcome> answer) {
        submit(new Errand(
                () -> {
                    int mended = books.mend();
                    recent.clear();
                    return new Outcome.Note(200, "mended " + mended);
                },
                answer));
    }

    private void submit(Errand errand) {
        if (closing) {
            errand.answer().accept(CLOSED);
        } else if (!waiting.offer(errand)) {
            errand.answer().accept(BUSY);
        }
    }

    private void work() {
        List<Errand> batch = new ArrayList<>(MAX_BATCH);
        while (!(closing && waiting.isEmpty())) {
            takeAll(batch);
            run(batch);
            batch.clear();
        }
    }

    private void takeAll(List<Errand> batch) {
        try {
            batch.add(waiting.take());
            waiting.drainTo(batch, MAX_BATCH - 1);
        } catch (InterruptedException unexpected) {
            LOG.warn("The clerk does not stop for an interrupt; close it");
        }
    }

    private void run(List<Errand> batch) {
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        try {
            if (books.changedByOthers()) {
                // The file is the truth; somebody may write into it by hand.
                recent.clear();
            }
            for (Errand errand : batch) {
                outcomes.add(errand.work().run());
            }
            books.commit();
        } catch (SQLException | RuntimeException | Error failure) {
            // Also an error: without this thread, nobody would be answered any more.
            LOG.error("A batch of {} calls could not be written", batch.size(), failure);
            forget();
            batch.forEach(errand -> tell(errand, BROKEN));
            return;
        }
        for (int i = 0; i < batch.size(); i++) {
            tell(batch.get(i), outcomes.get(i));
        }
    }

    private Outcome decide(Call call) throws SQLException {
        Payment known = known(call.key());
        Outcome outcome = PaymentRules.decide(known, call);
        Payment entry = outcome.entry();
        if (entry != null) {
            books.save(entry);
            recent.put(entry.key(), entry);
        }
        return outcome;
    }

    private @Nullable Payment known(String key) throws SQLException {
        Payment payment = recent.get(key);
        return payment == null ? books.find(key) : payment;
    }

    private void forget() {
        recent.clear();
        try {
            books.undo();
        } catch (SQLException failure) {
            LOG.error("A batch could not be undone", failure);
        }
    }

    private static void tell(Errand errand, Outcome outcome) {
        try {
            errand.answer().accept(outcome);
        } catch (RuntimeException failure) {
            LOG.warn("A call could not be answered", failure);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        waiting.put(new Errand(() -> CLOSED, outcome -> LOG.debug("The clerk closes the books")));
        thread.join();
    }
}

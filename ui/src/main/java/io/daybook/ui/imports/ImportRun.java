package io.daybook.ui.imports;

import io.daybook.api.CommandRefused;
import io.daybook.api.InvalidValue;
import io.daybook.ui.imports.ImportJob.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One import at work: many rows are under way at the same time, but never more than the settings allow. */
final class ImportRun {

    private static final Logger log = LoggerFactory.getLogger(ImportRun.class);

    private final String id;
    private final ImportKind kind;
    private final RowImport taking;
    private final ImportStore store;
    private final ImportSettings settings;
    private final Semaphore room;
    private final List<RowProblem> errors = new ArrayList<>();
    private int total;
    private int done;
    private int failed;
    private long written = System.nanoTime();

    ImportRun(String id, ImportKind kind, RowImport taking, ImportStore store, ImportSettings settings) {
        this.id = id;
        this.kind = kind;
        this.taking = taking;
        this.store = store;
        this.settings = settings;
        this.room = new Semaphore(settings.inFlight());
    }

    ImportJob run(Rows rows) throws InterruptedException {
        try {
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                begin(row.get());
            }
        } catch (UnreadableRows unreadable) {
            failed(unreadable.problem());
        }
        acquire(settings.inFlight());
        ImportJob job = job(State.DONE);
        store.write(job);
        return job;
    }

    private void begin(Row row) throws InterruptedException {
        count();
        String misfit = row.values().get(CsvRows.WRONG_SIZE);
        if (misfit != null) {
            failed(new RowProblem(row.line(), "", misfit));
            return;
        }
        acquire(1);
        try {
            taking.take(row)
                    .orTimeout(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((answer, failure) -> end(row, failure));
        } catch (InvalidValue invalid) {
            room.release();
            failed(new RowProblem(row.line(), invalid.field(), invalid.reason()));
        }
    }

    private void end(Row row, @Nullable Throwable failure) {
        if (failure == null) {
            taken();
        } else {
            failed(new RowProblem(row.line(), "", reason(failure)));
        }
        room.release();
    }

    private String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TimeoutException) {
            return kind == ImportKind.STOCK
                    ? "was not answered in time and may be booked: look at the product's movements before you send it again"
                    : "was not answered in time; send it again";
        }
        return CommandRefused.in(cause).map(refusal -> refusal.reason()).orElseGet(() -> {
            log.warn("A row of import {} failed: {}", id, cause.toString());
            return "could not be taken at the moment; send it again";
        });
    }

    /** Waits for room, and writes the progress meanwhile. */
    private void acquire(int permits) throws InterruptedException {
        while (!room.tryAcquire(permits, settings.progressEvery().toMillis(), TimeUnit.MILLISECONDS)) {
            progress();
        }
        if (System.nanoTime() - written > settings.progressEvery().toNanos()) {
            progress();
        }
    }

    private void progress() {
        written = System.nanoTime();
        store.write(job(State.RUNNING));
    }

    private synchronized void count() {
        total++;
    }

    private synchronized void taken() {
        done++;
    }

    private synchronized void failed(RowProblem problem) {
        failed++;
        if (errors.size() < settings.errorsKept()) {
            errors.add(problem);
        }
    }

    private synchronized ImportJob job(State state) {
        List<RowProblem> sorted = errors.stream()
                .sorted((one, other) -> Integer.compare(one.line(), other.line()))
                .toList();
        return new ImportJob(id, kind, state, total, done, failed, sorted);
    }
}

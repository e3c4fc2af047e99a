package io.daybook.bench.rebuild;

import io.daybook.bench.http.DaybookClient;
import io.daybook.bench.http.Reply;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who reads while views are made again, and notices when an answer fails, or says less than one of a second before.
 * A second, because several instances answer, and each learns in turns how far the one has come that works on the view. Nothing
 * is ever taken out of the views whose entries are counted.
 */
final class Reader implements AutoCloseable {

    private static final int KEPT = 5;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /**
     * @param position where its answer says what it reflects
     * @param count    where its answer says how many there are; empty when these may become fewer
     */
    private record Question(String path, String position, String count) {}

    private record Said(long nanos, long value) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question("/staff/products?size=1", "/position", "/total"),
            new Question("/staff/stock?size=1", "/position", "/total"),
            new Question("/staff/customers?size=1", "/position", "/total"),
            new Question("/staff/fulfilments/open?size=1", "/position", ""),
            new Question("/staff/operations/figures", "/over/position", ""));

    private final DaybookClient client;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final List<Question> questions = new ArrayList<>(QUESTIONS);
    private final Map<String, Deque<Said>> said = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long answers;
    private long longestNanos;

    /**
     * @param reads answers a second at most, of all questions in turn
     * @throws IOException when the platform cannot say which order is its newest
     */
    Reader(DaybookClient client, int reads) throws IOException {
        this.client = client;
        client.newestOrder().ifPresent(id -> questions.add(new Question("/staff/orders/" + id, "/position", "")));
        long every = TimeUnit.SECONDS.toNanos(1) / reads;
        thread.scheduleAtFixedRate(this::read, 0, every, TimeUnit.NANOSECONDS);
    }

    private void read() {
        Question question = questions.get((int) (answers % questions.size()));
        answers++;
        long began = System.nanoTime();
        try {
            Reply reply = client.read(question.path());
            if (reply.ok()) {
                JsonNode answer = reply.json();
                neverLess(question, question.position(), answer);
                if (!question.count().isEmpty()) {
                    neverLess(question, question.count(), answer);
                }
            } else {
                note(question.path() + ": " + reply.summary());
            }
        } catch (IOException failure) {
            note(question.path() + ": " + failure);
        }
        longestNanos = Math.max(longestNanos, System.nanoTime() - began);
    }

    private void neverLess(Question question, String field, JsonNode answer) {
        long value = answer.at(field).asLong(-1);
        String what = question.path() + field;
        long now = System.nanoTime();
        Deque<Said> before = said.computeIfAbsent(what, missing -> new ArrayDeque<>());
        Said known = before.peek();
        while (before.size() > 1 && now - Objects.requireNonNull(before.peek()).nanos() > SECOND) {
            known = before.remove();
        }
        if (known != null && now - known.nanos() > SECOND && value < known.value()) {
            note("%s: %d, and %d a second before".formatted(what, value, known.value()));
        }
        before.add(new Said(now, value));
    }

    private void note(String what) {
        if (wrong.size() < KEPT) {
            wrong.add(what);
        }
    }

    /** Ends the reading. */
    RebuildReport.Reading stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
            note("an answer was awaited for more than a minute");
        }
        return new RebuildReport.Reading(answers, TimeUnit.NANOSECONDS.toMillis(longestNanos), List.copyOf(wrong));
    }

    @Override
    public void close() {
        thread.shutdownNow();
        client.close();
    }
}

package io.daybook.ui.experiments;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.StockEvent.StockReceived;
import io.daybook.api.inventory.StockQuery.FindStock;
import io.daybook.api.inventory.StockQuery.StockList;
import io.daybook.api.operations.Fault;
import io.daybook.ui.pages.ViewUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What readers of each kind see after a write, and when. */
final class Consistency implements Experiment {

    private static final String VIEW = "stock";
    private static final int UNITS = 5;
    private static final long AS_IT_IS = -1;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

    /** How much longer than the bound is waited, in bounds. */
    private static final int PATIENCE = 3;

    private final ExperimentSettings settings;
    private volatile double newest;

    Consistency(ExperimentSettings settings) {
        this.settings = settings;
    }

    /**
     * One write, watched.
     *
     * @param strong whether the strong read was right at once
     * @param own    what a reader of their own writes was told; null when the view was still updating when time was up
     * @param stale  after what time everybody saw it; null when they did not in time
     */
    record Watched(
            int level,
            boolean strong,
            @Nullable Integer own,
            @Nullable Duration stale) {}

    @Override
    public String name() {
        return "consistency";
    }

    @Override
    public String title() {
        return "Consistency";
    }

    @Override
    public String description() {
        return "%d deliveries of %d units each come in, one after the other. After each, the stock is read in three ways until all of them say the same."
                .formatted(writes(), UNITS);
    }

    private int writes() {
        return settings.consistency().writes();
    }

    private Duration bound() {
        return settings.consistency().bound();
    }

    @Override
    public List<String> expectations() {
        return List.of(
                "A strong read, which asks the stock itself, is right at once, each time.",
                "A reader of their own writes, who waits until the view has come as far as the log was after the write, is never told an older level.",
                "An eventual read, which takes what the view has, is right after %d ms at most."
                        .formatted(bound().toMillis()));
    }

    @Override
    public String sabotage() {
        return "The view of stock is paused, so that it learns nothing new.";
    }

    @Override
    public Optional<String> chart() {
        return Optional.of("Milliseconds until the view showed the latest delivery");
    }

    @Override
    public int orders() {
        return 0;
    }

    @Override
    public List<Check> run(Stage stage) throws InterruptedException {
        newest = 0;
        Sku sku = stage.product(UNITS);
        awaitView(stage, sku);
        stage.gauge("staleness", () -> newest);
        if (stage.seeded()) {
            stage.steering()
                    .inject(
                            new Fault.ViewPause(VIEW),
                            bound().multipliedBy(PATIENCE).plus(settings.follow()));
            stage.pause(settings.grace());
            stage.step("The view of stock is paused.");
        }
        List<Watched> watched = new ArrayList<>();
        boolean seen = true;
        for (int write = 1; write <= writes() && seen; write++) {
            Watched one = watch(stage, sku, UNITS * (write + 1));
            watched.add(one);
            seen = one.stale() != null;
        }
        if (watched.size() < writes()) {
            stage.step("The other deliveries are left out.");
        }
        return verdict(stage.findings(), writes(), watched, bound());
    }

    /** The first delivery makes the view know the product at all; it is not measured. */
    private void awaitView(Stage stage, Sku sku) throws InterruptedException {
        long end = System.nanoTime() + settings.follow().toNanos();
        while (read(stage, sku, AS_IT_IS, end).level() != UNITS && System.nanoTime() < end) {
            stage.pause(BETWEEN_LOOKS.multipliedBy(10));
        }
    }

    private record Answer(int level, long position, Duration since) {}

    /** What the view says, once it has come so far as {@code atLeast} or has waited for that as long as it does. */
    private static Answer read(Stage stage, Sku sku, long atLeast, long since) {
        try {
            StockList list = stage.platform()
                    .views()
                    .ask(new FindStock(Numbering.WAREHOUSE, Set.of(sku), atLeast), StockList.class);
            int level = list.stock().stream()
                    .mapToInt(stock -> stock.level().onHand())
                    .findFirst()
                    .orElse(0);
            return new Answer(level, list.position(), since(since));
        } catch (ViewUnavailable away) {
            return new Answer(-1, -1, since(since));
        }
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    private Watched watch(Stage stage, Sku sku, int level) throws InterruptedException {
        stage.receive(sku, UNITS);
        long written = System.nanoTime();
        boolean strong = stage.count(sku).onHand() == level;
        Duration counted = since(written);
        long mine = stage.platform().head().head();
        Duration patience = bound().multipliedBy(PATIENCE);
        CompletableFuture<Optional<Answer>> reader =
                CompletableFuture.supplyAsync(() -> readOwn(stage, sku, mine, written, patience));
        Duration stale = null;
        while (stale == null && since(written).compareTo(patience) < 0) {
            Answer answer = read(stage, sku, AS_IT_IS, written);
            stale = answer.level() >= level ? answer.since() : null;
            newest = answer.since().toNanos() / 1e6;
            stage.pause(BETWEEN_LOOKS);
        }
        Optional<Answer> own = reader.join();
        stage.step("Asked itself, the stock says %s after %d ms; its writer is told %s; everybody sees it %s."
                .formatted(
                        strong ? "so" : "something else",
                        counted.toMillis(),
                        own.map(answer -> "after %d ms".formatted(answer.since().toMillis()))
                                .orElse("that the view is still updating"),
                        stale == null
                                ? "not even after %d ms".formatted(patience.toMillis())
                                : "after %d ms".formatted(stale.toMillis())));
        return new Watched(level, strong, own.map(Answer::level).orElse(null), stale);
    }

    /** Asks until the view has come as far as the write; empty when it has not in time. */
    private static Optional<Answer> readOwn(Stage stage, Sku sku, long mine, long written, Duration patience) {
        while (since(written).compareTo(patience) < 0) {
            Answer answer = read(stage, sku, mine, written);
            if (answer.position() >= mine) {
                return Optional.of(answer);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return Optional.empty();
    }

    /** @param watched what was measured: what readers were told does not stand in the log */
    static List<Check> verdict(Findings log, int writes, List<Watched> watched, Duration bound) {
        // The first delivery only made the product known.
        long written = log.all(StockReceived.class).count() - 1;
        long strong = watched.stream().filter(Watched::strong).count();
        long older = watched.stream()
                .filter(one -> one.own() != null && one.own() < one.level())
                .count();
        long updating = watched.stream().filter(one -> one.own() == null).count();
        long late = watched.stream()
                .filter(one -> one.stale() == null || one.stale().compareTo(bound) > 0)
                .count();
        String longest = watched.stream().anyMatch(one -> one.stale() == null)
                ? "was not seen the end of"
                : "was %d ms"
                        .formatted(watched.stream()
                                .map(Watched::stale)
                                .mapToLong(stale -> stale == null ? 0 : stale.toMillis())
                                .max()
                                .orElse(0));
        return List.of(
                new Check(
                        "%d deliveries are in the log.".formatted(writes),
                        "%d are.".formatted(written),
                        written == writes),
                new Check(
                        "The strong read is right at once after each.",
                        "It was after %d of %d.".formatted(strong, watched.size()),
                        strong == watched.size() && !watched.isEmpty()),
                new Check(
                        "A reader of their own writes is never told an older level.",
                        "They were %d times; %d times they were told that the view is still updating."
                                .formatted(older, updating),
                        older == 0),
                new Check(
                        "The view is at most %d ms behind.".formatted(bound.toMillis()),
                        "It was later %d times; the longest time %s.".formatted(late, longest),
                        late == 0 && watched.size() == writes));
    }
}

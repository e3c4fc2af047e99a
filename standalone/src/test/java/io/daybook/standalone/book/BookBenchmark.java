package io.daybook.standalone.book;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * How much the book takes. Prints commits and events a second, and the time of an append, for group commit and for one
 * transaction an append, on the same machine in the same run.
 *
 * <p>Arguments: a JDBC URL of PostgreSQL or a directory (default: a temporary one), seconds a measurement (default 10).
 */
final class BookBenchmark {

    private static final int STREAMS = 3;

    private record Line(String sku, int quantity, long price) {}

    private record Placed(String orderId, String customer, List<Line> lines, String address, long total) {}

    private BookBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        String place = arguments.length > 0
                ? arguments[0]
                : Files.createTempDirectory("book").toString();
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        if (!place.startsWith(Postgres.PREFIX)) {
            System.out.printf("one fdatasync of 4 KiB: %.0f a second%n", syncs(Path.of(place)));
        }
        System.out.printf(
                "%-26s %8s %10s %10s %8s %8s %8s %8s %9s %9s%n",
                "",
                "threads",
                "commits/s",
                "events/s",
                "ev/comm",
                "p50 ms",
                "p99 ms",
                "max ms",
                "KiB/event",
                "in commit");
        measure("warm-up", place, 256, 16, seconds);
        for (int threads : new int[] {16, 64}) {
            for (int round = 0; round < 2; round++) {
                measure("one transaction an append", place, 1, threads, seconds);
                measure("group commit", place, 256, threads, seconds);
            }
        }
    }

    /** How often a second the disk takes one page and says so: the most that commits one by one could reach. */
    private static double syncs(Path directory) throws IOException {
        Path file = fresh(directory);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer page = ByteBuffer.allocateDirect(4096);
            long began = System.nanoTime();
            int count = 0;
            while (System.nanoTime() - began < Duration.ofSeconds(2).toNanos()) {
                channel.write(page.rewind(), count % 1_000 * 4096L);
                channel.force(false);
                count++;
            }
            return count / ((System.nanoTime() - began) / 1e9);
        } finally {
            Files.delete(file);
        }
    }

    private static void measure(String name, String place, int groupSize, int threads, int seconds) throws Exception {
        String url = place.startsWith("jdbc:postgresql") ? place : "jdbc:sqlite:" + fresh(Path.of(place));
        BookSettings settings = new BookSettings(
                null,
                groupSize,
                4096,
                Duration.ofMillis(50),
                10_000,
                1_000,
                4,
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2));
        try (OpenBook open = new OpenBook(url, settings)) {
            for (int i = 0; i < STREAMS; i++) {
                consume(open);
            }
            CyclicBarrier start = new CyclicBarrier(threads + 1);
            long[][] times = new long[threads][];
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int client = i;
                Thread thread = new Thread(() -> times[client] = append(open, start, seconds));
                thread.start();
                clients.add(thread);
            }
            start.await();
            long began = System.nanoTime();
            long commits = open.book.commits().commits();
            long events = open.book.commits().events();
            long written = written();
            for (Thread client : clients) {
                client.join();
            }
            double elapsed = (System.nanoTime() - began) / 1e9;
            commits = open.book.commits().commits() - commits;
            events = open.book.commits().events() - events;
            long[] all =
                    Arrays.stream(times).flatMapToLong(LongStream::of).sorted().toArray();
            System.out.printf(
                    "%-26s %8d %10.0f %10.0f %8.1f %8.2f %8.2f %8.2f %9.2f %8.0f%%%n",
                    name,
                    threads,
                    commits / elapsed,
                    events / elapsed,
                    (double) events / commits,
                    all[all.length / 2] / 1e6,
                    all[(int) (all.length * 0.99)] / 1e6,
                    all[all.length - 1] / 1e6,
                    (written() - written) / 1024.0 / events,
                    open.book.commits().timeInCommit().toNanos() / 1e7 / elapsed);
        }
    }

    /** Bytes that this process has written to files, as Linux counts them; 0 elsewhere. */
    private static long written() throws IOException {
        Path counters = Path.of("/proc/self/io");
        if (!Files.exists(counters)) {
            return 0;
        }
        return Files.readAllLines(counters).stream()
                .filter(line -> line.startsWith("wchar"))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                .sum();
    }

    private static void consume(OpenBook open) {
        Thread consumer = new Thread(() -> {
            try (var stream = open.events.openStream(open.events.createHeadToken())) {
                while (open.book.commits().isWriting()) {
                    while (stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {
                        stream.nextAvailable();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        consumer.setDaemon(true);
        consumer.start();
    }

    private static long[] append(OpenBook open, CyclicBarrier start, int seconds) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        LongStream.Builder times = LongStream.builder();
        int round = 0;
        for (long now = System.nanoTime(); now < end; ) {
            open.engine.appendEvents(order(1 + round++ % 3));
            long then = System.nanoTime();
            times.add(then - now);
            now = then;
        }
        return times.build().toArray();
    }

    /** The first events of an order, about as large as real ones. */
    private static List<EventMessage<?>> order(int count) {
        String id = UUID.randomUUID().toString();
        List<Line> lines = List.of(new Line("85123A", 6, 255), new Line("71053", 6, 339), new Line("84406B", 8, 275));
        List<EventMessage<?>> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(new GenericDomainEventMessage<>(
                    "Order", id, i, new Placed(id, "customer-17850", lines, "12 High Street, London N1", 5_764)));
        }
        return events;
    }

    private static Path fresh(Path directory) throws IOException {
        Files.createDirectories(directory);
        return directory.resolve(UUID.randomUUID() + ".db");
    }
}

package io.daybook.standalone.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Not a test: measures the views' server with documents like those of orders. Arguments: how many documents, bytes of
 * lines in each, documents in a bulk, and optionally the file to use; system property {@code rounds}.
 */
final class EmbeddedMongoMeasurement {

    private EmbeddedMongoMeasurement() {}

    public static void main(String[] arguments) throws Exception {
        int documents = Integer.parseInt(arguments[0]);
        int lineBytes = Integer.parseInt(arguments[1]);
        int bulk = Integer.parseInt(arguments[2]);
        Path file = arguments.length > 3
                ? Path.of(arguments[3])
                : Files.createTempDirectory("measure").resolve("views.mv");
        long start = System.nanoTime();
        try (EmbeddedMongo server = EmbeddedMongo.disposable(file, 48, Duration.ofSeconds(1));
                MongoClient client = MongoClients.create(server.uri("views"))) {
            MongoCollection<Document> orders = client.getDatabase("views").getCollection("orders");
            orders.createIndex(new Document("customerId", 1).append("placedAt", -1));
            orders.createIndex(new Document("state", 1).append("placedAt", -1));
            orders.createIndex(new Document("placedAt", -1));
            long found = orders.estimatedDocumentCount();
            System.out.printf(
                    "opened with %d documents in %d ms, %d ms of CPU since the JVM began%n",
                    found, (System.nanoTime() - start) / 1_000_000, cpu() / 1_000_000);
            for (int round = 0; round < Integer.getInteger("rounds", 3); round++) {
                write(orders, documents, lineBytes, bulk, round);
            }
            readPages(orders);
            threads();
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.printf(
                    "file %d MB, heap %d MB%n",
                    Files.size(file) >> 20, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
            start = System.nanoTime();
        }
        System.out.printf(
                "closed in %d ms, file %d MB%n", (System.nanoTime() - start) / 1_000_000, Files.size(file) >> 20);
    }

    private static void write(MongoCollection<Document> orders, int documents, int lineBytes, int bulk, int round) {
        Random random = new Random(round * 7919L);
        Random same = new Random(1);
        long start = System.nanoTime();
        long cpu = cpu();
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            String id = new UUID(same.nextLong(), same.nextLong()).toString();
            Document order = order(id, lineBytes, random, round);
            writes.add(new ReplaceOneModel<>(
                    new Document("_id", id).append("position", new Document("$lt", round + 1L)),
                    order,
                    new ReplaceOptions().upsert(true)));
            if (writes.size() == bulk) {
                orders.bulkWrite(writes, new BulkWriteOptions().ordered(false));
                writes.clear();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "round %d: %.0f documents a second, %.1f µs of CPU each, client and server%n",
                round, documents / seconds, (cpu() - cpu) / 1e3 / documents);
    }

    /** All orders are in this state. */
    private static void readPages(MongoCollection<Document> orders) {
        for (int page = 0; page < 10; page++) {
            long start = System.nanoTime();
            long cpu = cpu();
            orders.find(Filters.eq("state", "PLACED"))
                    .sort(Sorts.orderBy(Sorts.descending("placedAt"), Sorts.ascending("_id")))
                    .skip(page * 20)
                    .limit(20)
                    .into(new ArrayList<>());
            System.out.printf(
                    "page %d by state: %.1f ms, %.1f ms of CPU%n",
                    page, (System.nanoTime() - start) / 1e6, (cpu() - cpu) / 1e6);
        }
    }

    private static void threads() throws Exception {
        try (var tasks = Files.list(Path.of("/proc/self/task"))) {
            for (Path task : tasks.toList()) {
                String stat = Files.readString(task.resolve("stat"));
                String[] f = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                long ticks = Long.parseLong(f[11]) + Long.parseLong(f[12]);
                if (ticks > 50) {
                    System.out.printf(
                            "%s user %s sys %s%n",
                            Files.readString(task.resolve("comm")).strip(), f[11], f[12]);
                }
            }
        }
    }

    /** Nanoseconds of CPU that this process has taken: on a busy machine it says more than the clock. */
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static Document order(String id, int lineBytes, Random random, int round) {
        byte[] lines = new byte[lineBytes];
        random.nextBytes(lines);
        List<Object> timeline = new ArrayList<>();
        for (int i = 0; i < 3 + round; i++) {
            timeline.add(new Date());
            timeline.add("PaymentAuthorized");
            timeline.add("ref-" + id);
        }
        return new Document("_id", id)
                .append("customerId", "customer-" + random.nextInt(4000))
                .append("tier", "STANDARD")
                .append("state", "PLACED")
                .append("lines", new Binary(lines))
                .append("total", new Document("amount", "123.45").append("currency", "GBP"))
                .append("card", "4242")
                .append("address", List.of("Ada Lovelace", "12 St James's Square", "London", "SW1Y 4JH", "UK"))
                .append("placedBy", "ada")
                .append("placedAt", new Date())
                .append("timeline", timeline)
                .append("position", round + 1L);
    }
}

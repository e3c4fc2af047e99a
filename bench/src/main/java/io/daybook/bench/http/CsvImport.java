package io.daybook.bench.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * Has rows imported and waits until they are. The rows' own content is the idempotency key: the same rows sent again are
 * taken once. Rows that fail are sent again under a fresh key, since the platform answers a key it knows with what it knows;
 * nothing doubles by that, since products are told anew and movements of stock have ids.
 */
public final class CsvImport {

    private static final int WAIT_SECONDS = 30;
    private static final int ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private CsvImport() {}

    public static void products(DaybookClient client, String csv) throws IOException {
        run(client, "products", csv);
    }

    public static void stock(DaybookClient client, String csv) throws IOException {
        run(client, "stock", csv);
    }

    private static void run(DaybookClient client, String kind, String csv) throws IOException {
        String content = "bench-" + kind + "-" + digest(csv);
        String key = content;
        JsonNode job = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            job = await(client, client.beginImport(kind, key, csv, WAIT_SECONDS));
            if (job.path("state").asString("").equals("DONE")) {
                if (job.path("failed").asInt() == 0) {
                    return;
                }
                key = content + "-" + UUID.randomUUID();
            }
        }
        if (job != null && job.path("failed").asInt() > 0) {
            throw new IOException("Rows of the import of " + kind + " were refused: " + job.path("errors"));
        }
        throw new IOException("The import of " + kind + " does not end: " + job);
    }

    private static JsonNode await(DaybookClient client, Reply begun) throws IOException {
        Reply reply = begun;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            if (!reply.ok()) {
                throw new IOException("An import was refused: " + reply.summary());
            }
            JsonNode job = reply.json();
            if (!job.path("state").asString("").equals("RUNNING") || System.nanoTime() > end) {
                return job;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            reply = client.importJob(job.path("id").asString());
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JDK has SHA-256", missing);
        }
    }
}

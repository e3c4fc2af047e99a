package io.daybook.sandbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many calls a second the sandbox takes, and what one costs. Run by hand: {@code ThroughputBench [clients] [seconds]}.
 * Each client authorizes and captures over one connection of its own, by a client that is as plain as can be. Thread
 * times are told apart, so that the sandbox's cost is not mixed with the client's.
 */
final class ThroughputBench {

    private static final String BODY = "{\"amount\":\"12.50\",\"currency\":\"GBP\",\"token\":\"tok_approve\"}";

    private ThroughputBench() {}

    public static void main(String[] arguments) throws Exception {
        int clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 32;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        Path folder = Files.createTempDirectory("sandbox-bench");
        try (PaymentSandbox sandbox = PaymentSandbox.start(SandboxSettings.local(0, folder.resolve("payments.db")))) {
            URI uri = URI.create(sandbox.url());
            for (int round = 0; round < 3; round++) {
                measure(uri, clients, seconds);
            }
        }
    }

    private static void measure(URI uri, int clients, int seconds) throws InterruptedException {
        AtomicLong calls = new AtomicLong();
        AtomicLong clientNanos = new AtomicLong();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long cpu = processCpu();
        Thread[] threads = new Thread[clients];
        for (int i = 0; i < clients; i++) {
            threads[i] = new Thread(() -> client(uri, end, calls, clientNanos));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long spent = processCpu() - cpu - clientNanos.get();
        System.out.printf(
                Locale.ROOT,
                "%d clients: %,d calls/s, %.1f µs CPU a call in the sandbox, %.1f µs in the client%n",
                clients,
                calls.get() / seconds,
                spent / 1e3 / calls.get(),
                clientNanos.get() / 1e3 / calls.get());
    }

    private static long processCpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void client(URI uri, long end, AtomicLong calls, AtomicLong clientNanos) {
        try (Socket socket = new Socket(InetAddress.getByName(uri.getHost()), uri.getPort())) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (System.nanoTime() < end) {
                String key = "payment-" + UUID.randomUUID();
                post(out, in, key + "/authorization", BODY);
                post(out, in, key + "/capture", "");
                calls.addAndGet(2);
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        clientNanos.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    private static void post(OutputStream out, InputStream in, String path, String body) throws IOException {
        out.write(("POST /v1/payments/" + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII));
        byte[] head = new byte[512];
        int length = 0;
        while (length < 4 || !endOfHead(head, length)) {
            head[length++] = (byte) in.read();
        }
        String text = new String(head, 0, length, StandardCharsets.US_ASCII);
        if (!text.startsWith("HTTP/1.1 200")) {
            throw new IOException(text);
        }
        int at = text.toLowerCase(Locale.ROOT).indexOf("content-length: ") + 16;
        in.readNBytes(Integer.parseInt(text.substring(at, text.indexOf('\r', at))));
    }

    private static boolean endOfHead(byte[] head, int length) {
        return Arrays.equals(head, length - 4, length, new byte[] {13, 10, 13, 10}, 0, 4);
    }
}

package io.daybook.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A payment provider to test against, over HTTP, with test cards and books of its own on disk. What it has answered it
 * remembers, whatever happens to its process.
 */
public final class PaymentSandbox implements AutoCloseable {

    private static final int THREADS = 4;
    private static final int BACKLOG = 1_024;
    private static final int MAX_IDLE_CONNECTIONS = 2_000;

    private final HttpServer server;
    private final ExecutorService executor;
    private final Holding holding;
    private final Clerk clerk;
    private final Books books;

    private PaymentSandbox(SandboxSettings settings) throws IOException, SQLException {
        books = Books.open(settings.books());
        clerk = new Clerk(books);
        holding = new Holding(settings.slowness(), settings.hold(), settings.maxHeld());
        executor = Executors.newFixedThreadPool(THREADS, named());
        server = HttpServer.create(new InetSocketAddress(settings.address(), settings.port()), BACKLOG);
        Faults faults = new Faults(Clock.systemUTC());
        server.setExecutor(executor);
        server.createContext(PaymentsEndpoint.PATH, new PaymentsEndpoint(clerk, books, faults, holding));
        server.createContext("/v1", new OperatorEndpoint(clerk, faults, holding));
        server.start();
    }

    /**
     * Opens the books and begins to listen.
     *
     * @throws UncheckedIOException when the address cannot be listened on or the books cannot be opened
     */
    public static PaymentSandbox start(SandboxSettings settings) {
        // Headers and body leave in two packets; without this the second waits for the first one's acknowledgement.
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.maxIdleConnections", String.valueOf(MAX_IDLE_CONNECTIONS));
        try {
            return new PaymentSandbox(settings);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new UncheckedIOException(new IOException("The books cannot be opened: " + settings.books(), failure));
        }
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static ThreadFactory named() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "sandbox-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Where to call it, for example {@code http://127.0.0.1:43211}. */
    public String url() {
        InetSocketAddress address = server.getAddress();
        return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** Stops listening, deals with the calls already taken, and closes the books. */
    @Override
    public void close() {
        holding.close();
        server.stop(0);
        executor.shutdownNow();
        try {
            clerk.close();
            books.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (SQLException failure) {
            throw new UncheckedIOException(new IOException("The books cannot be closed", failure));
        }
    }
}

package io.daybook.sandbox;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Runs the sandbox alone: {@code --port 8090 --data daybook-data [--address 127.0.0.1]}. */
public final class PaymentSandboxApplication {

    private static final int DEFAULT_PORT = 8090;
    private static final String USAGE =
            "Usage: [--port PORT] [--data DIRECTORY] [--address ADDRESS]; PORT 0 takes any free port";

    private PaymentSandboxApplication() {}

    public static void main(String[] arguments) throws InterruptedException {
        SandboxSettings settings;
        try {
            settings = parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        PaymentSandbox sandbox = PaymentSandbox.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-close"));
        System.out.println("Payment sandbox at " + sandbox.url());
        new CountDownLatch(1).await();
    }

    static SandboxSettings parse(String[] arguments) {
        int port = DEFAULT_PORT;
        Path data = Path.of("daybook-data");
        String address = "127.0.0.1";
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("No value for " + arguments[i]);
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--port" -> port = port(value);
                case "--data" -> data = Path.of(value);
                case "--address" -> address = value;
                default -> throw new IllegalArgumentException("Unknown option " + arguments[i]);
            }
        }
        return SandboxSettings.local(port, data.resolve("payments.db")).withAddress(address);
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("Not a port: " + value, wrong);
        }
        throw new IllegalArgumentException("Not a port: " + value);
    }
}

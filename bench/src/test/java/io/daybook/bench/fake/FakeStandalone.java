package io.daybook.bench.fake;

import io.daybook.sandbox.PaymentSandbox;
import io.daybook.sandbox.SandboxSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** The fake platform as a process of its own, with a log on disk and a real payment sandbox; made to be killed. */
public final class FakeStandalone {

    private FakeStandalone() {}

    /** Arguments: port, data directory, mischief. */
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[1]);
        FakePlatform.Mischief mischief = FakePlatform.Mischief.valueOf(arguments[2]);
        if (mischief == FakePlatform.Mischief.STAYS_AWAY && Files.exists(data.resolve("book.db"))) {
            throw new IllegalStateException("Not again");
        }
        PaymentSandbox sandbox = PaymentSandbox.start(
                SandboxSettings.local(0, data.resolve("payments.db")).withSlowness(Duration.ofMillis(100)));
        FakeLog log = FakeLog.open(data.resolve("book.db"));
        FakePlatform platform = new FakePlatform(mischief, log, new FakePayments(sandbox.url()));
        try {
            platform.recover();
            new FakeDaybook(Integer.parseInt(arguments[0]), System.getenv("DAYBOOK_OPERATOR_PASSWORD"), platform);
            new CountDownLatch(1).await();
        } finally {
            sandbox.close();
        }
    }
}

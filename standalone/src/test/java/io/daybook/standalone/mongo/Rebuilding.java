package io.daybook.standalone.mongo;

import static org.awaitility.Awaitility.await;

import io.daybook.api.operations.OperationsEvent.ViewRebuildStarted;
import io.daybook.api.operations.RebuildId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Has views rebuilt and swapped in, as a program, until it is done or killed; started again, it goes on. */
final class Rebuilding {

    /** Without figures: these ask the log how an order began, by its identifier, and the story has none. */
    static final List<String> VIEWS = List.of("catalogue", "customers", "fulfilments", "orders", "stock");

    private Rebuilding() {}

    static void decide(Decided decided) {
        for (String view : VIEWS) {
            decided.decide(
                    new ViewRebuildStarted(new RebuildId("rebuild-of-" + view), view, null, true, "to see", "olga"));
        }
    }

    public static void main(String[] arguments) {
        Decided decided = new Decided();
        decide(decided);
        try (Projecting projecting = new Projecting(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), decided)) {
            System.out.println("started");
            projecting.await();
            await().atMost(Duration.ofMinutes(2)).until(() -> decided.swaps().size() >= VIEWS.size());
        }
        System.out.println("done");
    }
}

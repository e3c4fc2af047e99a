package io.daybook.standalone;

import io.daybook.observability.ObservabilityConfiguration;
import io.daybook.operations.OperationsConfiguration;
import io.daybook.standalone.book.BookConfiguration;
import io.daybook.standalone.demo.DemoConfiguration;
import io.daybook.standalone.instances.InstancesConfiguration;
import io.daybook.standalone.mongo.EmbeddedMongoConfiguration;
import io.daybook.ui.UiConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The whole platform in one JVM on embedded, durable stores. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    ObservabilityConfiguration.class,
    OperationsConfiguration.class,
    UiConfiguration.class,
    BookConfiguration.class,
    EmbeddedMongoConfiguration.class,
    InstancesConfiguration.class,
    MessagingConfiguration.class,
    SandboxConfiguration.class,
    MetersConfiguration.class,
    Welcome.class,
    DemoConfiguration.class
})
public class StandaloneApplication {

    /** Two, because with one the JDK starts a thread for each asynchronous task instead. */
    private static final int LEAST_COMMON_THREADS = 2;

    public static void main(String[] arguments) {
        if (HistoryCommand.isAskedFor(arguments)) {
            System.exit(HistoryCommand.run(arguments));
        }
        VirtualMachine.suit();
        System.setProperty(
                "java.util.concurrent.ForkJoinPool.common.parallelism",
                String.valueOf(
                        Math.max(LEAST_COMMON_THREADS, Runtime.getRuntime().availableProcessors() - 1)));
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication.run(StandaloneApplication.class, arguments);
    }
}

package io.daybook.standalone.cluster;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.daybook.command.CommandSideApplication;
import io.daybook.query.QuerySideApplication;
import io.daybook.saga.SagaOrchestratorApplication;
import io.daybook.sandbox.PaymentSandbox;
import io.daybook.sandbox.SandboxSettings;
import io.daybook.standalone.Platform;
import io.daybook.standalone.RunningPlatform;
import io.daybook.standalone.demo.DemoConfiguration;
import io.daybook.ui.UiApplication;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The parts as applications of their own, two of each that may be more than one, with nothing between them but a real Axon
 * Server and a server that speaks MongoDB's protocol. They share the test's JVM and nothing else in it.
 */
public final class DistributedPlatform implements RunningPlatform {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final List<String> common;
    private final String url;
    private final String views;

    private DistributedPlatform(Path data, String... settings) {
        AxonServerUnderTest axonServer = AxonServerUnderTest.start();
        parts.push(axonServer);
        MongoServer mongo = new MongoServer(new MemoryBackend());
        String databases = mongo.bindAndGetConnectionString();
        parts.push(mongo::shutdownNow);
        views = databases + "/views";
        PaymentSandbox sandbox = PaymentSandbox.start(SandboxSettings.local(0, data.resolve("payments.db")));
        parts.push(sandbox);
        common = new ArrayList<>(List.of(settings));
        common.addAll(List.of(
                "--server.port=0",
                "--axon.axonserver.servers=" + axonServer.address(),
                "--daybook.stores.uri=" + databases + "/stores",
                "--daybook.views.uri=" + views,
                "--daybook.accounts.uri=" + databases + "/accounts",
                "--daybook.operations.uri=" + databases + "/operations",
                "--daybook.payment.provider-url=" + sandbox.url(),
                "--daybook.actuator.password=for-the-test"));
        start(
                CommandSideApplication.class,
                "command-side",
                "order-1",
                "--daybook.command.features=order,catalog,customer,operations");
        start(
                CommandSideApplication.class,
                "command-side",
                "order-2",
                "--daybook.command.features=order,catalog,customer,operations");
        start(CommandSideApplication.class, "command-side", "inventory-1", "--daybook.command.features=inventory");
        start(CommandSideApplication.class, "command-side", "inventory-2", "--daybook.command.features=inventory");
        start(CommandSideApplication.class, "command-side", "payment-1", "--daybook.command.features=payment");
        start(CommandSideApplication.class, "command-side", "payment-2", "--daybook.command.features=payment");
        start(SagaOrchestratorApplication.class, "saga-orchestrator", "saga-1");
        start(SagaOrchestratorApplication.class, "saga-orchestrator", "saga-2");
        start(QuerySideApplication.class, "query-side", "query-1");
        start(QuerySideApplication.class, "query-side", "query-2");
        WebServerApplicationContext ui = (WebServerApplicationContext) start(
                UiApplication.class,
                "ui",
                "ui-1",
                "--spring.config.import=classpath:demo/true.yaml",
                "--daybook.demo=true");
        url = "http://127.0.0.1:" + ui.getWebServer().getPort();
    }

    /** Starts it with the demonstration, or skips the test where there is no Axon Server; settings are of all its parts. */
    public static DistributedPlatform start(Path data, String... settings) {
        DistributedPlatform platform = new DistributedPlatform(data, settings);
        Platform.awaitTheCatalogue(platform.url());
        return platform;
    }

    private ConfigurableApplicationContext start(Class<?> application, String config, String name, String... settings) {
        List<String> arguments = new ArrayList<>(common);
        arguments.addAll(List.of(settings));
        arguments.add("--axon.axonserver.client-id=" + name);
        arguments.add("--axon.axonserver.component-name=" + name.substring(0, name.indexOf('-')));
        arguments.add("--daybook.stores.instance=" + name);
        arguments.add("--daybook.views.instance=" + name);
        ConfigurableApplicationContext started = new SpringApplicationBuilder(application, DemoConfiguration.class)
                .properties(Map.of("spring.config.name", config))
                .run(arguments.toArray(String[]::new));
        parts.push(started);
        return started;
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public String views() {
        return views;
    }

    /** The last that was started ends first. */
    @Override
    public void close() {
        RuntimeException failure = null;
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception broken) {
                failure = new IllegalStateException("A part did not end", broken);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}

package io.daybook.standalone;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole platform, started for a test on a free port as the README starts it. */
public final class Platform implements RunningPlatform {

    static final String OPERATOR = "operator@daybook.example";
    static final String OPERATOR_PASSWORD = "operator-demo";
    static final String CUSTOMER = "ada@daybook.example";
    static final String CUSTOMER_PASSWORD = "customer-demo";

    private final ConfigurableApplicationContext context;

    private Platform(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts on this data directory; further arguments are settings, for example {@code --daybook.demo=false}. */
    public static Platform start(Path data, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.add("--server.port=0");
        arguments.add("--daybook.data=" + data);
        Platform platform =
                new Platform(SpringApplication.run(StandaloneApplication.class, arguments.toArray(String[]::new)));
        if (platform.context.getEnvironment().getProperty("daybook.demo", Boolean.class, false)) {
            awaitTheCatalogue(platform.url());
        }
        return platform;
    }

    /** Views follow the log: the last product of the demonstration is there a moment after the start. */
    public static void awaitTheCatalogue(String url) {
        Api anybody = Api.anonymous(url);
        await("the catalogue")
                .atMost(Duration.ofSeconds(60))
                .until(() -> anybody.get("/products/TOO-016").status() == 200);
    }

    @Override
    public String url() {
        WebServerApplicationContext web = (WebServerApplicationContext) context;
        return "http://127.0.0.1:" + web.getWebServer().getPort();
    }

    @Override
    public String views() {
        return context.getEnvironment().getRequiredProperty("daybook.views.uri");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}

package io.daybook.standalone;

import java.nio.file.Path;
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
        return new Platform(SpringApplication.run(StandaloneApplication.class, arguments.toArray(String[]::new)));
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

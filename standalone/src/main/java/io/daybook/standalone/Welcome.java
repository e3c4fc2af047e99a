package io.daybook.standalone;

import java.io.PrintStream;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/** Says where to go, and whom to sign in as, once everything is up: on the console and not in the log, which is kept. */
class Welcome {

    private static final String USER = "daybook.accounts.initial[%d].%s";

    private final PrintStream console = System.out;

    @EventListener
    void on(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            String text = text(
                    event.getApplicationContext().getEnvironment(),
                    web.getWebServer().getPort());
            console.print(text);
            console.flush();
        }
    }

    static String text(ConfigurableEnvironment settings, int port) {
        StringBuilder text = new StringBuilder();
        text.append("\n\n  Daybook is open at http://%s:%d\n"
                .formatted(settings.getProperty("server.address", "127.0.0.1"), port));
        text.append("  REST API  /api/docs      Health  /actuator/health/readiness      Data  %s\n"
                .formatted(settings.getProperty("daybook.data")));
        if (settings.getProperty("daybook.demo", Boolean.class, false)) {
            text.append("\n  Sign in as\n");
            for (int user = 0; settings.containsProperty(USER.formatted(user, "email")); user++) {
                text.append("    %-28s %-16s %s\n"
                        .formatted(
                                settings.getProperty(USER.formatted(user, "email")),
                                password(settings, user),
                                settings.getProperty(USER.formatted(user, "roles[0]"), "")
                                        .toLowerCase(Locale.ROOT)));
            }
            text.append("  and pay with card 4242 4242 4242 4242.\n");
        }
        return text.toString();
    }

    /** Only the demonstration's own passwords are printed; one that somebody set is nobody's to print. */
    private static String password(ConfigurableEnvironment settings, int user) {
        String password = settings.getProperty(USER.formatted(user, "password"), "");
        boolean own = isShipped(settings, USER.formatted(user, "password"))
                && !password.equals(settings.getProperty("DAYBOOK_OPERATOR_PASSWORD"));
        return own ? password : "(as you set it)";
    }

    /** Whether this setting is the one that comes with the program, and nobody has set another. */
    private static boolean isShipped(ConfigurableEnvironment settings, String name) {
        ConfigurationPropertyName property = ConfigurationPropertyName.of(name);
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(settings)) {
            if (source.getConfigurationProperty(property) != null) {
                return source.getUnderlyingSource() instanceof PropertySource<?> first
                        && first.getName().contains("class path resource [demo/");
            }
        }
        return false;
    }
}

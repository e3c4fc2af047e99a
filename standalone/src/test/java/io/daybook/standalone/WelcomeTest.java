package io.daybook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class WelcomeTest {

    @Test
    void passwords_of_the_demonstration_are_printed() {
        assertThat(welcome(Map.of())).contains("operator-demo", "support-demo", "customer-demo");
    }

    @Test
    void password_that_somebody_set_is_not_printed() {
        assertThat(welcome(Map.of("DAYBOOK_OPERATOR_PASSWORD", "secret")))
                .contains("(as you set it)", "support-demo")
                .doesNotContain("secret");
        assertThat(welcome(Map.of(
                        "DAYBOOK_ACCOUNTS_INITIAL_0_EMAIL", "me@example.com",
                        "DAYBOOK_ACCOUNTS_INITIAL_0_PASSWORD", "secret")))
                .contains("me@example.com", "(as you set it)", "support-demo")
                .doesNotContain("secret");
    }

    private static String welcome(Map<String, Object> variables) {
        Map<String, Object> all = new HashMap<>(variables);
        all.put("DAYBOOK_DEMO", "true");
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, all));
        ConfigurationPropertySources.attach(settings);
        ConfigDataEnvironmentPostProcessor.applyTo(settings);
        return Welcome.text(settings, 8080);
    }
}

package io.daybook.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Sets what {@code observability.properties} says, early enough for the logging system; any other setting wins over it. */
final class Defaults implements EnvironmentPostProcessor {

    private static final String FILE = "io/daybook/observability/observability.properties";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            Map<String, Object> defaults = new HashMap<>();
            PropertiesLoaderUtils.loadProperties(new ClassPathResource(FILE))
                    .forEach((name, value) -> defaults.put((String) name, value));
            DefaultPropertiesPropertySource.addOrMerge(defaults, environment.getPropertySources());
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE + " cannot be read", broken);
        }
    }
}

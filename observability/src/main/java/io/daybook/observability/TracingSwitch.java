package io.daybook.observability;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Leaves out whatever Spring Boot sets up for traces where there are none: else each request would pay for spans that nobody gets. */
final class TracingSwitch implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String[] FOR_TRACES = {
        "org.springframework.boot.micrometer.tracing.", "org.springframework.boot.opentelemetry."
    };

    private boolean on;

    @Override
    public void setEnvironment(Environment environment) {
        on = Tracing.isOn(environment);
    }

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[configurations.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = on || !isForTraces(configurations[i]);
        }
        return wanted;
    }

    private static boolean isForTraces(@Nullable String configuration) {
        return configuration != null && Arrays.stream(FOR_TRACES).anyMatch(configuration::startsWith);
    }
}

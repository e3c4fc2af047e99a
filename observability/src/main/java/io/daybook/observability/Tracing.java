package io.daybook.observability;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Whether there are traces: when {@value #SWITCH} says so, and if it says nothing, when there is somewhere to send them to.
 * Spring Boot knows that place as {@value #ENDPOINT}, and takes it from {@code OTEL_EXPORTER_OTLP_ENDPOINT} too.
 */
final class Tracing implements Condition {

    static final String SWITCH = "management.tracing.enabled";
    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";
    private static final String SDK = "management.opentelemetry.enabled";

    static boolean isOn(Environment settings) {
        return settings.getProperty(SDK, Boolean.class, true)
                && settings.getProperty(SWITCH, Boolean.class, StringUtils.hasText(settings.getProperty(ENDPOINT)));
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
        return isOn(context.getEnvironment());
    }
}

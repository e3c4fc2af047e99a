package io.daybook.observability;

import io.opentelemetry.api.OpenTelemetry;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.tracing.SpanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Spans for messages. Without it Axon makes none, and neither does Spring Boot. */
@Configuration(proxyBeanMethods = false)
@Conditional(Tracing.class)
class TracingConfiguration {

    @Bean
    SpanFactory messageSpans(OpenTelemetry telemetry) {
        return new MessageSpanFactory(telemetry.getTracer("io.daybook"));
    }

    @Bean
    static BeanPostProcessor tracedQueries() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof QueryGateway queries ? new TracedQueries(queries) : bean;
            }
        };
    }
}

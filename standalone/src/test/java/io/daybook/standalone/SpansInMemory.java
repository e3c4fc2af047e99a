package io.daybook.standalone;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the spans of a test; named as an additional source of the application. */
@Configuration(proxyBeanMethods = false)
class SpansInMemory {

    @Bean
    InMemorySpanExporter spanExporter() {
        return InMemorySpanExporter.create();
    }
}

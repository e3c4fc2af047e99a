package io.daybook.observability;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Everything of this module; each application imports it. What it sets unless an application says otherwise stands in
 * {@code observability.properties}.
 */
@Configuration(proxyBeanMethods = false)
@Import({MessagesConfiguration.class, DatabaseMetersConfiguration.class, TracingConfiguration.class})
public class ObservabilityConfiguration {}

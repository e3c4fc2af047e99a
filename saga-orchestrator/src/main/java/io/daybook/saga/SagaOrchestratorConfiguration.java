package io.daybook.saga;

import org.springframework.context.annotation.Configuration;

/** Everything of this module. */
@Configuration(proxyBeanMethods = false)
public class SagaOrchestratorConfiguration {}

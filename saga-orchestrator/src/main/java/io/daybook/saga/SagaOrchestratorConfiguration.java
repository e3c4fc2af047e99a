package io.daybook.saga;

import io.daybook.saga.fulfilment.FulfilmentConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything of this module. */
@Configuration(proxyBeanMethods = false)
@Import(FulfilmentConfiguration.class)
public class SagaOrchestratorConfiguration {}

package io.daybook.saga;

import io.daybook.saga.fulfilment.FulfilmentConfiguration;
import io.daybook.saga.tiers.TierConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything of this module. */
@Configuration(proxyBeanMethods = false)
@Import({FulfilmentConfiguration.class, TierConfiguration.class})
public class SagaOrchestratorConfiguration {}

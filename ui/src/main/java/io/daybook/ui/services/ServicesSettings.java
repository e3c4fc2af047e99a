package io.daybook.ui.services;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The page of services.
 *
 * @param refresh time between two states of it that an open page is sent
 */
@ConfigurationProperties("daybook.services")
record ServicesSettings(@DefaultValue("1s") Duration refresh) {}

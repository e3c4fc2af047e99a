package io.daybook.ui.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Waiting for orders.
 *
 * @param firstLook       how long updates alone are waited for, after an order was placed, before the view is asked as
 *                        well: nearly every order is settled by then, and the question is spared
 * @param updatesBuffered updates of one order that are kept until they are taken
 * @param healthWithin    how long a health check waits for an answer
 * @param healthRemembered how long the result of a health check is taken to be the same
 */
@ConfigurationProperties("daybook.live")
record LiveSettings(
        @DefaultValue("300ms") Duration firstLook,
        @DefaultValue("32") int updatesBuffered,
        @DefaultValue("2s") Duration healthWithin,
        @DefaultValue("1s") Duration healthRemembered) {}

package io.daybook.ui.cart;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Carts.
 *
 * @param keptFor      how long a cart is kept that nobody touches; the cookie that names it lives as long
 * @param cleanedEvery how often carts that are older are looked for
 */
@ConfigurationProperties("daybook.carts")
record CartSettings(
        @DefaultValue("60d") Duration keptFor,
        @DefaultValue("6h") Duration cleanedEvery) {}

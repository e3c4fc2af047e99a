package io.daybook.saga.tiers;

import java.math.BigDecimal;
import java.time.Duration;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tier policy.
 *
 * @param vipFrom   pounds that a customer must have spent to be a VIP, as long as no operator has decided otherwise
 * @param pace      least time from one batch of events to the next: nobody waits for a tier, and large batches cost less
 * @param batchSize events taken up together at most
 */
@ConfigurationProperties("daybook.tiers")
record TierSettings(
        @DefaultValue("4525.87") BigDecimal vipFrom,
        @DefaultValue("200ms") Duration pace,
        @DefaultValue("1000") int batchSize) {

    Money usualThreshold() {
        return Money.of(CurrencyUnit.GBP, vipFrom);
    }
}

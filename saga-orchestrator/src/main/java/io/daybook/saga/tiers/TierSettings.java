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
 * @param pace      how long after there are new events they are looked for, and how much later taken up: nobody waits for a tier,
 *                  and many at once cost less. In twice this time a thousand are taken up at most
 * @param batchSize events taken up together at most
 */
@ConfigurationProperties("daybook.tiers")
record TierSettings(
        @DefaultValue("4525.87") BigDecimal vipFrom,
        @DefaultValue("25ms") Duration pace,
        @DefaultValue("1000") int batchSize) {

    Money usualThreshold() {
        return Money.of(CurrencyUnit.GBP, vipFrom);
    }
}

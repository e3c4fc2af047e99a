package io.daybook.ui.tiers;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the tier policy goes by, as long as no operator has decided otherwise; the same setting is the policy's own.
 *
 * @param vipFrom pounds that a customer must have spent to be a VIP
 */
@ConfigurationProperties("daybook.tiers")
record TierSettings(@DefaultValue("4525.87") BigDecimal vipFrom) {}

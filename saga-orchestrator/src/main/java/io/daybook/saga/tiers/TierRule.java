package io.daybook.saga.tiers;

import org.joda.money.Money;

/**
 * What the policy decides by at this place in the log.
 *
 * @param vipFrom   so much makes a VIP
 * @param decided   whether an operator has said so, and not the settings
 * @param customers how many are on the rolls
 */
record TierRule(Money vipFrom, boolean decided, int customers) {}

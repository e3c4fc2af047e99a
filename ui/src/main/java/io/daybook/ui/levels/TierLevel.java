package io.daybook.ui.levels;

import io.daybook.api.customer.Tier;
import io.daybook.api.operations.ServiceLevel;
import java.util.List;

/**
 * What orders of a tier are promised, and what they get.
 *
 * @param attained           of the last five minutes, the last hour and the last day
 * @param expectedWaitMillis how much longer an order that is placed now is expected to take than when none waits
 * @param percentTaken       of new orders; the others are told when to try again
 */
record TierLevel(Tier tier, ServiceLevel level, List<Attainment> attained, long expectedWaitMillis, int percentTaken) {}

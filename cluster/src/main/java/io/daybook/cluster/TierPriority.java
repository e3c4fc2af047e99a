package io.daybook.cluster;

import io.daybook.api.customer.Tier;
import org.axonframework.axonserver.connector.command.CommandPriorityCalculator;
import org.axonframework.commandhandling.CommandMessage;

/**
 * Commands for the orders of VIP customers come first where commands wait in Axon Server's queue for a handler. The tier
 * stands in the metadata of the command that places the order, and is handed on from there to everything that it causes.
 */
final class TierPriority implements CommandPriorityCalculator {

    static final int STANDARD = 0;
    static final int VIP = 10;

    @Override
    public int determinePriority(CommandMessage<?> command) {
        return Tier.of(command) == Tier.VIP ? VIP : STANDARD;
    }
}

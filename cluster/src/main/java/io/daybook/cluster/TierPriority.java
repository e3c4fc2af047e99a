package io.daybook.cluster;

import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderCommand.PlaceOrder;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import java.util.Map;
import org.axonframework.axonserver.connector.command.CommandPriorityCalculator;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.SerializationException;

/**
 * Commands for the orders of VIP customers come first where commands wait: in Axon Server's queue for a handler, and in the
 * handler's own. The tier stands in the command that places the order and the event of it, and is handed on from there in
 * the metadata of everything that they cause.
 */
final class TierPriority implements CommandPriorityCalculator, CorrelationDataProvider {

    static final int STANDARD = 0;
    static final int VIP = 10;

    @Override
    public int determinePriority(CommandMessage<?> command) {
        return isVip(command) ? VIP : STANDARD;
    }

    /** Standard is what is meant when nothing is said. */
    @Override
    public Map<String, ?> correlationDataFor(Message<?> cause) {
        return isVip(cause) ? Map.of(Tier.METADATA, Tier.VIP.name()) : Map.of();
    }

    private static boolean isVip(Message<?> message) {
        if (Tier.VIP.name().equals(message.getMetaData().get(Tier.METADATA))) {
            return true;
        }
        Class<?> type = message.getPayloadType();
        if (type == PlaceOrder.class) {
            return ((PlaceOrder) message.getPayload()).tier() == Tier.VIP;
        }
        return type == OrderPlaced.class && isVipOrder(message);
    }

    /** One that cannot be read is its handler's trouble. */
    private static boolean isVipOrder(Message<?> placed) {
        try {
            return ((OrderPlaced) placed.getPayload()).tier() == Tier.VIP;
        } catch (SerializationException unreadable) {
            return false;
        }
    }
}

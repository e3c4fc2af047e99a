package io.daybook.observability;

import io.daybook.api.customer.Tier;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** What is caused by a message about a VIP customer's order is treated like it. Standard is what is meant when nothing is said. */
final class TierOfCause implements CorrelationDataProvider {

    @Override
    public Map<String, ?> correlationDataFor(Message<?> cause) {
        return Tier.of(cause) == Tier.VIP ? Map.of(Tier.METADATA, Tier.VIP.name()) : Map.of();
    }
}

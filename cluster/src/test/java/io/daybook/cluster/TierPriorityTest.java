package io.daybook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderCommand.ConfirmOrder;
import io.daybook.api.order.OrderId;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TierPriorityTest {

    private final TierPriority priority = new TierPriority();

    @Test
    void commands_for_an_order_of_a_vip_go_before_others() {
        assertThat(priority.determinePriority(confirm(Map.of(Tier.METADATA, "VIP"))))
                .isEqualTo(TierPriority.VIP);
        assertThat(priority.determinePriority(confirm(Map.of()))).isEqualTo(TierPriority.STANDARD);
    }

    private static CommandMessage<?> confirm(Map<String, ?> metaData) {
        return new GenericCommandMessage<>(new ConfirmOrder(new OrderId("order-1")), metaData);
    }
}

package io.daybook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.Tier;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderCommand.ConfirmOrder;
import io.daybook.api.order.OrderCommand.PlaceOrder;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderLine;
import io.daybook.api.payment.PaymentMethod;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TierPriorityTest {

    private static final OrderId ORDER = new OrderId("order-1");

    private final TierPriority priority = new TierPriority();

    @Test
    void an_order_of_a_vip_goes_before_others() {
        assertThat(priority.determinePriority(place(Tier.VIP))).isEqualTo(TierPriority.VIP);
        assertThat(priority.determinePriority(place(Tier.STANDARD))).isEqualTo(TierPriority.STANDARD);
    }

    @Test
    void so_does_every_command_that_it_causes() {
        Map<String, ?> fromCommand = priority.correlationDataFor(place(Tier.VIP));
        Message<?> event = new GenericEventMessage<>(placed(Tier.VIP), fromCommand);
        Map<String, ?> fromEvent = priority.correlationDataFor(event);

        assertThat(fromEvent).isEqualTo(Map.of("tier", "VIP"));
        assertThat(priority.determinePriority(confirm(fromEvent))).isEqualTo(TierPriority.VIP);
        assertThat(priority.correlationDataFor(confirm(fromEvent))).isEqualTo(fromEvent);
    }

    @Test
    void an_order_that_was_placed_before_tiers_were_handed_on_begins_to_hand_its_own_on() {
        Message<?> old = new GenericEventMessage<>(placed(Tier.VIP), MetaData.emptyInstance());

        assertThat(priority.correlationDataFor(old)).isEqualTo(Map.of("tier", "VIP"));
    }

    @Test
    void nothing_is_written_into_messages_about_standard_orders() {
        assertThat(priority.correlationDataFor(place(Tier.STANDARD))).isEmpty();
        assertThat(priority.determinePriority(confirm(Map.of("tier", "whatever"))))
                .isEqualTo(TierPriority.STANDARD);
    }

    private static CommandMessage<?> confirm(Map<String, ?> metaData) {
        return new GenericCommandMessage<>(new ConfirmOrder(ORDER), metaData);
    }

    private static CommandMessage<?> place(Tier tier) {
        return new GenericCommandMessage<>(
                new PlaceOrder(ORDER, null, tier, WarehouseId.MAIN, lines(), card(), address(), "staff"));
    }

    private static OrderPlaced placed(Tier tier) {
        return new OrderPlaced(
                ORDER, null, tier, WarehouseId.MAIN, lines(), Money.parse("GBP 8.50"), card(), address(), "staff");
    }

    private static List<OrderLine> lines() {
        return List.of(new OrderLine(new Sku("KIT-001"), "Mug", 1, Money.parse("GBP 8.50")));
    }

    private static PaymentMethod card() {
        return new PaymentMethod("tok_approve", "4242");
    }

    private static Address address() {
        return new Address("Ada", "12 Quay Street", "Whitby", "YO21 1AA", "UK");
    }
}

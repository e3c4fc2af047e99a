package io.daybook.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.order.OrderCommand.ConfirmOrder;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderId;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

class OriginTest {

    private static final OrderId ORDER = new OrderId("order-1");

    @Test
    void an_event_knows_its_command_and_the_event_that_the_command_was_sent_because_of() {
        EventMessage<?> first = new GenericEventMessage<>(new OrderConfirmed(ORDER));
        CommandMessage<?> command = new GenericCommandMessage<>(new ConfirmOrder(ORDER), handedOnBy(first));
        EventMessage<?> second = new GenericEventMessage<>(new OrderConfirmed(ORDER), handedOnBy(command));

        assertThat(second.getMetaData())
                .containsEntry("correlationId", command.getIdentifier())
                .containsEntry("command", "ConfirmOrder")
                .containsEntry("event", first.getIdentifier())
                .containsEntry("traceId", first.getIdentifier());
    }

    @Test
    void what_an_event_causes_does_not_take_its_command_for_its_own() {
        EventMessage<?> event = new GenericEventMessage<>(
                new OrderConfirmed(ORDER), Map.of("command", "ConfirmOrder", "event", "earlier", "traceId", "first"));

        assertThat(handedOnBy(event))
                .containsOnlyKeys("correlationId", "traceId", "event")
                .containsEntry("event", event.getIdentifier());
    }

    @Test
    void a_command_from_outside_was_sent_because_of_no_event() {
        assertThat(handedOnBy(new GenericCommandMessage<>(new ConfirmOrder(ORDER), MetaData.emptyInstance())))
                .containsOnlyKeys("correlationId", "traceId", "command");
    }

    private static Map<String, Object> handedOnBy(Message<?> cause) {
        return new HashMap<>(new Origin().correlationDataFor(cause));
    }
}

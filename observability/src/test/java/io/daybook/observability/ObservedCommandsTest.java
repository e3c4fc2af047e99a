package io.daybook.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.order.OrderCommand.CancelOrder;
import io.daybook.api.order.OrderCommand.ConfirmOrder;
import io.daybook.api.order.OrderId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ObservedCommandsTest {

    private static final OrderId ORDER = new OrderId("5f0c1c7a-6a40-4a2c-9b3e-3f6f3a1d2b4c");

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Meters meters = new Meters(registry, Tag.of("instance.name", "order-1"));
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final CommandGateway gateway =
            DefaultCommandGateway.builder().commandBus(bus).build();
    private final Map<String, String> fields = new HashMap<>();
    private MetaData own = MetaData.emptyInstance();
    private MetaData handedOn = MetaData.emptyInstance();

    ObservedCommandsTest() {
        bus.registerDispatchInterceptor(new FirstMessages<CommandMessage<?>>());
        bus.registerHandlerInterceptor(new ObservedCommands(
                new Origin(), new LogFields(true, "order-1"), meters.timers("daybook.commands", "command")));
        bus.subscribe(ConfirmOrder.class.getName(), command -> {
            fields.putAll(MDC.getCopyOfContextMap());
            own = command.getMetaData();
            handedOn = CurrentUnitOfWork.correlationData();
            return null;
        });
        bus.subscribe(CancelOrder.class.getName(), command -> {
            String reason = ((CancelOrder) command.getPayload()).reason();
            if (reason.equals("refuse")) {
                throw new CommandRefused(Refusal.Code.CONFLICT, "no");
            }
            throw new IllegalStateException("broken");
        });
    }

    @AfterEach
    void forget() {
        MDC.clear();
    }

    private long times(String command, String outcome) {
        return registry.get("daybook.commands")
                .tags("command", command, "outcome", outcome)
                .timer()
                .count();
    }

    @Test
    void a_command_that_is_handled_is_timed_as_done() {
        gateway.sendAndWait(new ConfirmOrder(ORDER));

        assertThat(times("ConfirmOrder", "done")).isEqualTo(1);
        assertThat(times("ConfirmOrder", "failed")).isZero();
    }

    @Test
    void a_refusal_is_told_from_a_failure() {
        assertThatThrownBy(() -> gateway.sendAndWait(new CancelOrder(ORDER, "refuse", "ada")))
                .isInstanceOf(CommandRefused.class);
        assertThatThrownBy(() -> gateway.sendAndWait(new CancelOrder(ORDER, "break", "ada")))
                .isInstanceOf(IllegalStateException.class);

        assertThat(times("CancelOrder", "refused")).isEqualTo(1);
        assertThat(times("CancelOrder", "failed")).isEqualTo(1);
        assertThat(times("CancelOrder", "done")).isZero();
    }

    @Test
    void log_lines_name_the_order_while_its_command_is_handled_and_not_after() {
        gateway.sendAndWait(new ConfirmOrder(ORDER));

        assertThat(fields).containsEntry("orderId", ORDER.value());
        assertThat(fields).containsEntry("traceId", (String) own.get("traceId"));
        assertThat(MDC.get("orderId")).isNull();
        assertThat(MDC.get("traceId")).isNull();
    }

    @Test
    void log_lines_name_the_instance_also_between_messages() {
        gateway.sendAndWait(new ConfirmOrder(ORDER));

        assertThat(fields).containsEntry("instance", "order-1");
        assertThat(MDC.get("instance")).isEqualTo("order-1");
    }

    @Test
    void a_thread_that_only_asks_an_instance_goes_on_under_its_own_name() {
        LogFields views = new LogFields(true, "views-2");
        new LogFields(true, "order-1").mark();
        try (LogFields.Lent lent = views.lend()) {
            assertThat(MDC.get("instance")).isEqualTo("views-2");
        }
        assertThat(MDC.get("instance")).isEqualTo("order-1");
    }

    @Test
    void fields_that_were_set_before_are_set_again_after() {
        try (MDC.MDCCloseable outer = MDC.putCloseable("orderId", "another")) {
            gateway.sendAndWait(new ConfirmOrder(ORDER));

            assertThat(MDC.get("orderId")).isEqualTo("another");
        }
    }

    @Test
    void what_a_first_command_causes_knows_it_as_its_cause_and_as_the_first() {
        gateway.sendAndWait(new ConfirmOrder(ORDER));

        assertThat(own).containsOnlyKeys("traceId");
        assertThat(handedOn)
                .containsOnlyKeys("correlationId", "traceId", "command")
                .containsEntry("command", "ConfirmOrder")
                .containsEntry("correlationId", own.get("traceId"))
                .containsEntry("traceId", own.get("traceId"));
    }
}

package io.daybook.observability;

import io.daybook.api.MessageJson;
import io.daybook.api.order.OrderCommand.ConfirmOrder;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderId;
import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** What observing costs, message by message: a program to be run by hand, not a test. */
final class ObserversMeasurement {

    private static final OrderId ORDER = new OrderId("5f0c1c7a-6a40-4a2c-9b3e-3f6f3a1d2b4c");
    private static final String ID = "165fa12f-7aef-4cd9-9b7b-d92af2e69370";
    private static final int ROUNDS = 12;
    private static final int MESSAGES = 300_000;

    private ObserversMeasurement() {}

    public static void main(String[] arguments) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Meters meters = new Meters(registry, Tag.of("instance.name", "order-1"));
        SimpleCommandBus plain = bus();
        SimpleCommandBus observed = bus();
        observed.registerDispatchInterceptor(new FirstMessages<CommandMessage<?>>());
        observed.registerHandlerInterceptor(new ObservedCommands(
                new Origin(), new LogFields(true, "order-1"), meters.timers("daybook.commands", "command")));
        ObservedEvents events = new ObservedEvents("orders", new LogFields(true, "order-1"), meters);
        Jackson3Serializer json = Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(new MessageJson())
                .build();
        MetaData both = MetaData.from(Map.of(Origin.CAUSE, ID, Origin.FIRST, ID));
        for (int round = 0; round < ROUNDS; round++) {
            System.out.printf(
                    "command: plain %d ns, observed %d ns; event: plain %d ns, observed %d ns; metadata to JSON: none %d ns, two ids %d ns%n",
                    nanos(() -> send(plain)),
                    nanos(() -> send(observed)),
                    nanos(() -> handle(null)),
                    nanos(() -> handle(events)),
                    nanos(() -> json.serialize(MetaData.emptyInstance(), byte[].class)),
                    nanos(() -> json.serialize(both, byte[].class)));
        }
    }

    private static SimpleCommandBus bus() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(ConfirmOrder.class.getName(), command -> null);
        return bus;
    }

    private static void send(SimpleCommandBus bus) {
        bus.dispatch(new GenericCommandMessage<>(new ConfirmOrder(ORDER)), (command, result) -> {});
    }

    private static void handle(ObservedEvents events) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>(
                ID, new OrderConfirmed(ORDER), MetaData.emptyInstance(), java.time.Instant.EPOCH));
        unitOfWork.execute(() -> {
            try {
                if (events != null) {
                    events.handle(
                            unitOfWork,
                            new DefaultInterceptorChain<>(unitOfWork, java.util.List.of(), message -> null));
                }
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private static long nanos(Runnable message) {
        long begun = System.nanoTime();
        for (int i = 0; i < MESSAGES; i++) {
            message.run();
        }
        return (System.nanoTime() - begun) / MESSAGES;
    }
}

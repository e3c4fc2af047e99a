package io.daybook.standalone.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybook.command.ConflictSettings;
import io.daybook.command.RetryingCommandBus;
import io.daybook.command.tiers.Shares;
import io.daybook.command.tiers.TieredCommandBus;
import io.daybook.command.tiers.TieredQueue;
import io.daybook.command.tiers.TieredThreads;
import io.daybook.operations.EventWork;
import io.daybook.operations.Niceness;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.distributed.CommandBusConnectorCommunicationException;
import org.axonframework.commandhandling.distributed.CommandDispatchException;
import org.axonframework.commandhandling.distributed.DistributedCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InstanceRoutingTest {

    private static final int KEYS = 2_000;

    private final InstanceRouter router = new InstanceRouter();
    private final CommandGateway gateway = DefaultCommandGateway.builder()
            .commandBus(DistributedCommandBus.builder()
                    .commandRouter(router)
                    .connector(new InstanceConnector())
                    .build())
            .build();

    private record Pack(@RoutingKey String order) {}

    private record Weigh(@RoutingKey String order) {}

    /** Handles commands of this type by telling its name. */
    private static ServiceInstance instance(String name, Class<?> command) {
        return instance(name, command, () -> name);
    }

    private static ServiceInstance instance(
            String name, Class<?> command, java.util.concurrent.Callable<String> answer) {
        var threads = new TieredThreads(
                2,
                new TieredQueue<>(2, new Shares(25, 25), Duration.ZERO, System::nanoTime),
                new AxonThreadFactory(name),
                new Niceness(0));
        var retrying = new RetryingCommandBus(
                new TieredCommandBus(SimpleCommandBus.builder(), threads),
                new ConflictSettings(0, Duration.ofMillis(1)));
        Heart heart = new Heart(name);
        InstanceBus bus = new InstanceBus(retrying, heart);
        var unused = bus.subscribe(command.getName(), message -> answer.call());
        GenericApplicationContext beans = new GenericApplicationContext();
        beans.refresh();
        return new ServiceInstance(
                Service.valueOf(name.substring(0, name.indexOf('-')).toUpperCase(Locale.ROOT)),
                name,
                new ServiceInstance.Parts(
                        DefaultConfigurer.defaultConfiguration(false).buildConfiguration(),
                        heart,
                        new EventWork(),
                        bus,
                        new InstanceQueries(SimpleQueryBus.builder()),
                        retrying,
                        threads,
                        new ProcessorThreads(new Niceness(0)),
                        beans));
    }

    /** Who handles each of many orders, by order. */
    private Map<String, String> handlers() {
        return IntStream.range(0, KEYS)
                .mapToObj(number -> "order-" + number)
                .collect(Collectors.toMap(
                        order -> order,
                        order -> gateway.<String>sendAndWait(new Pack(order)),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static double shareOf(String name, Map<String, String> handlers) {
        return handlers.values().stream().filter(name::equals).count() / (double) KEYS;
    }

    @Test
    void a_key_is_always_handled_by_the_same_instance() {
        router.join(instance("order-1", Pack.class), 100);
        router.join(instance("order-2", Pack.class), 100);

        assertThat(handlers()).isEqualTo(handlers()).containsValues("order-1", "order-2");
    }

    @Test
    void keys_are_shared_in_proportion_to_load_factors_and_again_when_these_change() {
        ServiceInstance first = instance("order-1", Pack.class);
        router.join(first, 100);
        router.join(instance("order-2", Pack.class), 100);

        assertThat(shareOf("order-1", handlers())).isCloseTo(0.5, within(0.12));

        router.join(first, 300);

        assertThat(shareOf("order-1", handlers())).isCloseTo(0.75, within(0.12));
    }

    @Test
    void when_an_instance_leaves_its_keys_go_to_the_others_and_no_other_key_moves() {
        ServiceInstance leaving = instance("order-3", Pack.class);
        router.join(instance("order-1", Pack.class), 100);
        router.join(instance("order-2", Pack.class), 100);
        router.join(leaving, 100);
        Map<String, String> before = handlers();

        router.leave(leaving);
        Map<String, String> after = handlers();

        assertThat(after).containsValues("order-1", "order-2").doesNotContainValue("order-3");
        before.forEach((order, handler) -> {
            if (!handler.equals("order-3")) {
                assertThat(after).containsEntry(order, handler);
            }
        });

        router.join(leaving, 100);

        assertThat(handlers()).isEqualTo(before);
    }

    @Test
    void a_command_goes_to_an_instance_that_handles_it() {
        router.join(instance("order-1", Pack.class), 100);
        router.join(instance("inventory-1", Weigh.class), 100);

        assertThat(gateway.<String>sendAndWait(new Pack("o"))).isEqualTo("order-1");
        assertThat(gateway.<String>sendAndWait(new Weigh("o"))).isEqualTo("inventory-1");
    }

    @Test
    void without_such_an_instance_the_sender_is_told_so() {
        router.join(instance("inventory-1", Weigh.class), 100);

        assertThatThrownBy(() -> gateway.sendAndWait(new Pack("o"))).isInstanceOf(NoHandlerForCommandException.class);
    }

    @Test
    void an_instance_that_is_stopped_handles_what_it_has_and_takes_nothing_more() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        ServiceInstance instance = instance("order-1", Pack.class, () -> {
            begun.countDown();
            released.await();
            return "packed";
        });
        router.join(instance, 100);
        var packed = gateway.<String>send(new Pack("o"));
        begun.await();

        Thread stopping = new Thread(instance::stop);
        stopping.start();
        while (instance.getConnectionEndpoint(InstanceBus.class).isPresent()) {
            Thread.onSpinWait();
        }

        assertThatThrownBy(() -> gateway.sendAndWait(new Pack("p"))).isInstanceOf(CommandDispatchException.class);
        assertThat(packed).isNotDone();
        released.countDown();
        stopping.join();
        assertThat(packed).isCompletedWithValue("packed");
    }

    @Test
    void who_waits_for_an_instance_that_dies_is_told_so_and_it_takes_nothing_more() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        ServiceInstance instance = instance("order-1", Pack.class, () -> {
            begun.countDown();
            released.await();
            return "packed";
        });
        router.join(instance, 100);
        var packed = gateway.<String>send(new Pack("o"));
        begun.await();

        instance.die();

        assertThat(packed)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(CommandBusConnectorCommunicationException.class);
        assertThatThrownBy(() -> gateway.sendAndWait(new Pack("p")))
                .isInstanceOf(CommandBusConnectorCommunicationException.class);
        released.countDown();
        instance.stop();
    }
}

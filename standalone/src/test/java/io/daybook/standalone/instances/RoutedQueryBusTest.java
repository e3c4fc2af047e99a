package io.daybook.standalone.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.operations.QueryStrategy;
import io.daybook.command.ConflictSettings;
import io.daybook.command.RetryingCommandBus;
import io.daybook.command.tiers.Shares;
import io.daybook.command.tiers.TieredQueue;
import io.daybook.command.tiers.TieredThreads;
import io.daybook.operations.EventWork;
import io.daybook.operations.Niceness;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.SimpleQueryUpdateEmitter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoutedQueryBusTest {

    private final RoutedQueryBus bus =
            new RoutedQueryBus(SimpleQueryUpdateEmitter.builder().build());
    private final QueryGateway gateway =
            DefaultQueryGateway.builder().queryBus(bus).build();

    private static ServiceInstance answering(String name, Callable<Object> answer) {
        InstanceQueries queries = new InstanceQueries(SimpleQueryBus.builder());
        var unused = queries.subscribe("who", String.class, query -> answer.call());
        var commands =
                new RetryingCommandBus(SimpleCommandBus.builder().build(), new ConflictSettings(0, Duration.ZERO));
        Heart heart = new Heart(name);
        GenericApplicationContext beans = new GenericApplicationContext();
        beans.refresh();
        return new ServiceInstance(
                Service.VIEWS,
                name,
                new ServiceInstance.Parts(
                        DefaultConfigurer.defaultConfiguration(false).buildConfiguration(),
                        heart,
                        new EventWork(),
                        new InstanceBus(commands, heart),
                        queries,
                        commands,
                        new TieredThreads(
                                2,
                                new TieredQueue<>(2, new Shares(25, 25), Duration.ZERO, System::nanoTime),
                                new AxonThreadFactory(name),
                                new Niceness(0)),
                        new ProcessorThreads(new Niceness(0)),
                        beans));
    }

    private CompletableFuture<String> ask() {
        return gateway.query("who", "?", String.class);
    }

    @Test
    void instances_take_turns() {
        bus.join(answering("views-1", () -> "1"));
        bus.join(answering("views-2", () -> "2"));

        assertThat(ask().join() + ask().join() + ask().join() + ask().join()).isIn("1212", "2121");
    }

    @Test
    void the_least_busy_one_is_asked_if_that_is_the_rule() {
        CompletableFuture<Object> slow = new CompletableFuture<>();
        bus.use(QueryStrategy.LEAST_BUSY);
        bus.join(answering("views-1", () -> slow));
        CompletableFuture<String> waiting = ask();
        bus.join(answering("views-2", () -> "2"));

        assertThat(ask().join() + ask().join()).isEqualTo("22");
        assertThat(waiting).isNotDone();

        slow.complete("1");
        assertThat(waiting).isCompletedWithValue("1");
    }

    @Test
    void one_that_has_left_is_not_asked() {
        ServiceInstance leaving = answering("views-1", () -> "1");
        bus.join(leaving);
        bus.join(answering("views-2", () -> "2"));

        bus.leave(leaving);

        assertThat(ask().join() + ask().join()).isEqualTo("22");
    }

    @Test
    void without_anybody_to_ask_the_asker_is_told_so() {
        assertThatThrownBy(() -> ask().join()).hasCauseInstanceOf(NoHandlerForQueryException.class);
    }
}

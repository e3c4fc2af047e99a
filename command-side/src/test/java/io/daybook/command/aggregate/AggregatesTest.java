package io.daybook.command.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.daybook.api.CommandRefused;
import io.daybook.api.Identifier;
import io.daybook.api.Refusal;
import io.daybook.command.InMemoryLog;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Opening, finding and keeping aggregates, tried with a counter. */
class AggregatesTest {

    private static final CounterId ID = new CounterId("c-1");

    private final InMemoryLog log = new InMemoryLog();
    private Configuration process;

    @BeforeEach
    void begin() {
        Configurer configurer = log.configurer();
        AggregateKind<Counter> counters = AggregateKind.of(Counter.class, new AggregateSettings(10));
        configurer
                .configureAggregate(counters.configurer()
                        .configureSnapshotTrigger(configuration -> counters.snapshotEvery(2, configuration)))
                .registerCommandHandler(configuration -> new Counters(counters.in(configuration)));
        new UnknownTargets().configureModule(configurer);
        process = configurer.start();
    }

    @AfterEach
    void end() {
        process.shutdown();
    }

    @Test
    void the_first_command_of_an_aggregate_reads_nothing() {
        send(new Open(ID));

        assertThat(log.reads()).isZero();
    }

    @Test
    void a_repeated_first_command_reads_nothing_while_the_aggregate_is_kept() {
        send(new Open(ID));
        send(new Open(ID));

        assertThat(log.reads()).isZero();
        assertThat(log.events()).containsExactly(new Opened(ID), new Counted(ID));
    }

    @Test
    void a_repeated_first_command_is_refused_by_the_log_once_and_then_finds_the_aggregate() {
        send(new Open(ID));
        end();
        begin();
        DefaultCommandGateway once =
                DefaultCommandGateway.builder().commandBus(process.commandBus()).build();

        assertThatThrownBy(() -> once.sendAndWait(new Open(ID))).isInstanceOf(AggregateStreamCreationException.class);
        once.sendAndWait(new Open(ID));

        assertThat(log.events()).containsExactly(new Opened(ID), new Counted(ID));
    }

    @Test
    void an_aggregate_that_is_kept_is_not_read_again() {
        send(new Open(ID));
        send(new Count(ID, false));
        send(new Count(ID, false));

        assertThat(log.reads()).isZero();
    }

    @Test
    void an_aggregate_whose_unit_of_work_failed_is_read_again_and_shows_nothing_of_it() {
        send(new Open(ID));
        assertThatThrownBy(() -> send(new Count(ID, true))).hasMessage("after the event");
        int before = log.reads();

        send(new Count(ID, false));

        assertThat(log.reads()).isGreaterThan(before);
        assertThat(log.events()).containsExactly(new Opened(ID), new Counted(ID));
    }

    @Test
    void a_snapshot_holds_nothing_of_a_command_that_failed() {
        send(new Open(ID));
        assertThatThrownBy(() -> send(new Count(ID, true))).hasMessage("after the event");

        assertThat(process.eventStore().readEvents("c-1").peek().getPayload()).isEqualTo(new Opened(ID));

        send(new Count(ID, false));

        assertThat(process.eventStore().readEvents("c-1").peek().getPayload())
                .isInstanceOfSatisfying(
                        Counter.class, counter -> assertThat(counter.count).isEqualTo(1));
    }

    @Test
    void a_command_for_an_unknown_aggregate_is_refused_with_words() {
        assertThatThrownBy(() -> send(new Count(ID, false)))
                .satisfies(failure -> assertThat(CommandRefused.in(failure))
                        .contains(new Refusal(Refusal.Code.NOT_FOUND, "There is no c-1")));
    }

    @Test
    void a_command_without_a_target_is_a_mistake_that_is_named() {
        assertThat(process.commandBus()).isInstanceOf(SimpleCommandBus.class);
        assertThatThrownBy(() -> new CommandTargets()
                        .resolveTarget(org.axonframework.commandhandling.GenericCommandMessage.asCommandMessage(
                                new Opened(ID))))
                .hasMessageContaining("Names no target aggregate");
    }

    private void send(Object command) {
        process.commandGateway().sendAndWait(command);
    }

    record CounterId(String value) implements Identifier {
        @Override
        public String toString() {
            return value;
        }
    }

    record Open(@TargetAggregateIdentifier CounterId id) {}

    record Count(@TargetAggregateIdentifier CounterId id, boolean fail) {}

    record Opened(CounterId id) {}

    record Counted(CounterId id) {}

    static final class Counters {

        private final Aggregates<Counter> counters;

        Counters(Aggregates<Counter> counters) {
            this.counters = counters;
        }

        @CommandHandler
        void handle(Open command) throws Exception {
            counters.openOrFind(command.id(), () -> new Counter(command.id())).execute(Counter::open);
        }
    }

    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    static final class Counter {

        @AggregateIdentifier
        private CounterId id;

        private boolean opened;
        private int count;

        Counter() {}

        Counter(CounterId id) {
            this.id = id;
        }

        /** Opened once; the second time is counted. */
        void open() {
            if (!opened) {
                apply(new Opened(id));
            } else if (count == 0) {
                apply(new Counted(id));
            }
        }

        @CommandHandler
        void handle(Count command) {
            if (count == 0) {
                apply(new Counted(id));
            }
            if (command.fail()) {
                throw new IllegalStateException("after the event");
            }
        }

        @EventSourcingHandler
        void on(Opened event) {
            id = event.id();
            opened = true;
        }

        @EventSourcingHandler
        void on(Counted event) {
            count++;
        }
    }
}

package io.daybook.command.aggregate;

import io.daybook.api.CommandRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.DomainEventSequenceAware;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that no command is decided by a copy of an aggregate that another instance has changed since it was cached
 * here. A command that has something to append is refused by the log then. One that appends nothing to the aggregate,
 * because it is refused, has happened already or only asks, would not be: so the log is asked whether the copy is the
 * newest, and if it is not, the command fails as one that has lost a race, and is handled again without the copy.
 *
 * <p>A copy grows old when commands for its aggregate go to another instance for a while and come back: after an instance was
 * taken out, or weighed anew, or has died.
 */
public final class FreshDecisions implements MessageHandlerInterceptor<CommandMessage<?>>, ConfigurerModule {

    private static final String COPIES = FreshDecisions.class.getName();

    private @Nullable DomainEventSequenceAware log;

    /** An aggregate from the cache, and the number of its last event when the command came. */
    private record Copy(
            String id,
            EventSourcedAggregate<?> aggregate,
            @Nullable Long version) {

        boolean isUnchanged() {
            return Objects.equals(aggregate.version(), version);
        }
    }

    /** The command that is being handled uses this copy. */
    static void note(String id, AggregateCacheEntry<?> entry) {
        CurrentUnitOfWork.ifStarted(command -> {
            EventSourcedAggregate<?> aggregate = AggregateCache.aggregateOf(entry);
            command.root()
                    .<List<Copy>>getOrComputeResource(COPIES, key -> new ArrayList<>())
                    .add(new Copy(id, aggregate, aggregate.version()));
        });
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer.onInitialize(
                configuration -> configuration.onStart(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, () -> {
                    log = configuration.eventStore();
                    configuration.commandBus().registerHandlerInterceptor(this);
                }));
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        unitOfWork.onPrepareCommit(this::check);
        try {
            return chain.proceed();
        } catch (CommandRefused refused) {
            check(unitOfWork);
            throw refused;
        }
    }

    private void check(UnitOfWork<?> command) {
        List<Copy> copies = command.getResource(COPIES);
        if (copies != null) {
            copies.stream().filter(Copy::isUnchanged).forEach(this::check);
        }
    }

    private void check(Copy copy) {
        Long newest = Objects.requireNonNull(log, "not started")
                .lastSequenceNumberFor(copy.id())
                .orElse(null);
        if (!Objects.equals(newest, copy.version())) {
            throw new ConcurrencyException(
                    "The copy of %s ends with event %s, the log has %s".formatted(copy.id(), copy.version(), newest));
        }
    }
}

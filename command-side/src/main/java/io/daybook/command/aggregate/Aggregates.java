package io.daybook.command.aggregate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.daybook.api.Identifier;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.axonframework.eventhandling.DomainEventSequenceAware;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * The aggregates of one type, those that do not exist yet included: these are opened blank, as instances that know their
 * identifier and have seen no event. Whoever opens one must apply an event to it, or throw.
 *
 * <p>To be used inside a command's unit of work, as {@link Repository} is.
 *
 * @param <T> type of the aggregates
 */
public final class Aggregates<T> {

    private static final int DOUBTS = 10_000;

    private final Repository<T> repository;
    private final DomainEventSequenceAware eventStore;
    private final org.axonframework.common.caching.Cache kept;
    private final Cache<String, Boolean> doubtful =
            Caffeine.newBuilder().maximumSize(DOUBTS).build();

    /** @param kept the cache that the repository keeps its aggregates in */
    public Aggregates(
            Repository<T> repository,
            DomainEventSequenceAware eventStore,
            org.axonframework.common.caching.Cache kept) {
        this.repository = repository;
        this.eventStore = eventStore;
        this.kept = kept;
    }

    /** The aggregate if it exists. */
    public Optional<Aggregate<T>> find(Identifier id) {
        return exists(id.toString()) ? Optional.of(repository.load(id.toString())) : Optional.empty();
    }

    /** The aggregate if it exists, otherwise a blank one. Costs a read of the event store unless the aggregate is cached. */
    public Aggregate<T> findOrOpen(Identifier id, Callable<T> blank) throws Exception {
        Optional<Aggregate<T>> found = find(id);
        return found.isPresent() ? found.get() : repository.newInstance(blank);
    }

    /**
     * A blank aggregate, unless this identifier is known to be taken. For commands that as a rule are the first of their
     * aggregate: the event store is not asked, its sequence check refuses a second stream of the same identifier as the
     * unit of work commits. The identifier is looked up the next time, so such a refusal needs one retry and no more.
     *
     * <p>An order opens three aggregates. To look each up first takes some 20 µs in SQLite, and a round trip in Axon Server.
     */
    public Aggregate<T> openOrFind(Identifier id, Callable<T> blank) throws Exception {
        String key = id.toString();
        if (kept.containsKey(key) || doubtful.getIfPresent(key) != null) {
            return findOrOpen(id, blank);
        }
        CurrentUnitOfWork.get().onRollback(failed -> doubtful.put(key, true));
        return repository.newInstance(blank);
    }

    private boolean exists(String id) {
        return kept.containsKey(id) || eventStore.lastSequenceNumberFor(id).isPresent();
    }
}

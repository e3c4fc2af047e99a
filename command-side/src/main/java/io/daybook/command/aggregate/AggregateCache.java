package io.daybook.command.aggregate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the aggregates used last, up to a number: as a new order needs its place at once and is never asked for again
 * after it has settled, what counts is when an aggregate was used and not how often. A cache that counts how often, as
 * Caffeine does, turns new ones away once it is full. Axon's {@code WeakReferenceCache} forgets at each garbage collection,
 * which is to say under load, when reading an aggregate's events again costs most.
 */
public final class AggregateCache implements Cache {

    private final Map<Object, Object> entries;

    /** @param size aggregates at most */
    public AggregateCache(int size) {
        entries = Collections.synchronizedMap(new UsedLast(size));
    }

    private static final class UsedLast extends LinkedHashMap<Object, Object> {

        private static final long serialVersionUID = 1L;

        private final int size;

        UsedLast(int size) {
            super(16, 0.75f, true);
            this.size = size;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > size;
        }
    }

    /** The aggregate of this identifier, for whoever does not decide anything by it. */
    Optional<EventSourcedAggregate<?>> find(String id) {
        return entries.get(id) instanceof AggregateCacheEntry<?> entry
                ? Optional.of(aggregateOf(entry))
                : Optional.empty();
    }

    /** The entry has the aggregate itself, unless it has been serialized. */
    static EventSourcedAggregate<?> aggregateOf(AggregateCacheEntry<?> entry) {
        return entry.recreateAggregate(null, null, null);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // the signature is Axon's
    public <K, V> @Nullable V get(K key) {
        Object entry = entries.get(key);
        if (entry instanceof AggregateCacheEntry<?> cached) {
            FreshDecisions.note(String.valueOf(key), cached);
        }
        return (V) entry;
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return entries.remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.clear();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.computeIfPresent(key, (same, value) -> update.apply((V) value));
    }

    /** Not offered: an aggregate's cache is watched by nobody. */
    @Override
    public Registration registerCacheEntryListener(EntryListener cacheEntryListener) {
        throw new UnsupportedOperationException("Nobody watches the cache of an aggregate");
    }
}

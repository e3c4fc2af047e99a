package io.daybook.command.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AggregateCacheTest {

    private final AggregateCache cache = new AggregateCache(3);

    @Test
    void a_new_aggregate_has_its_place_however_often_the_others_were_used() {
        for (String id : new String[] {"a", "b", "c"}) {
            cache.put(id, id);
            for (int i = 0; i < 20; i++) {
                cache.get(id);
            }
        }

        cache.put("new", "new");

        assertThat(cache.<String, String>get("new")).isEqualTo("new");
    }

    @Test
    void the_one_that_was_not_used_for_longest_goes() {
        cache.put("a", "a");
        cache.put("b", "b");
        cache.put("c", "c");
        cache.get("a");

        cache.put("d", "d");

        assertThat(cache.containsKey("a")).isTrue();
        assertThat(cache.containsKey("b")).isFalse();
    }
}

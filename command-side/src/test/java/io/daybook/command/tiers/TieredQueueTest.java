package io.daybook.command.tiers;

import static io.daybook.api.customer.Tier.STANDARD;
import static io.daybook.api.customer.Tier.VIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.InvalidValue;
import io.daybook.api.customer.Tier;
import io.daybook.command.tiers.TieredQueue.Lead;
import io.daybook.command.tiers.TieredQueue.Turn;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TieredQueueTest {

    private static final int PLACES = 8;
    private static final Duration AWAKE = Duration.ofSeconds(1);

    private final AtomicLong now = new AtomicLong();
    private final TieredQueue<Integer> queue = new TieredQueue<>(PLACES, new Shares(25, 25), AWAKE, now::get);
    private int numbered;

    @Test
    void within_a_tier_the_first_that_comes_is_the_first_served() {
        add(STANDARD, 3);

        assertThat(startAll()).extracting(Turn::work).containsExactly(1, 2, 3);
    }

    @Test
    void standard_orders_are_lent_all_places_but_one_while_there_are_no_vip_orders() {
        add(STANDARD, 20);

        assertThat(startAll()).hasSize(PLACES - 1);
    }

    @Test
    void what_was_lent_comes_back_as_soon_as_there_are_vip_orders() {
        add(STANDARD, 20);
        Turn<Integer> lent = startAll().get(0);
        add(VIP, 5);

        assertThat(startAll()).extracting(Turn::tier).containsExactly(VIP);
        queue.done(lent);
        assertThat(startAll()).extracting(Turn::tier).containsExactly(VIP);
    }

    @Test
    void vip_orders_cannot_hold_the_share_of_standard_orders() {
        add(STANDARD, 1);
        add(VIP, 20);

        List<Turn<Integer>> started = startAll();

        assertThat(started).filteredOn(turn -> turn.tier() == VIP).hasSize(PLACES - 2);
        assertThat(started).filteredOn(turn -> turn.tier() == STANDARD).hasSize(1);
    }

    @Test
    void a_tier_that_has_had_no_work_for_a_while_lends_its_places() {
        add(VIP, 1);
        startAll().forEach(queue::done);
        add(STANDARD, 20);
        assertThat(startAll()).hasSize(PLACES - 2);

        now.addAndGet(AWAKE.toNanos());

        assertThat(startAll()).hasSize(1);
    }

    @Test
    void a_share_that_has_been_changed_holds_for_what_starts_from_then_on() {
        add(VIP, 1);
        queue.share(new Shares(50, 25));
        add(STANDARD, 20);

        assertThat(startAll()).filteredOn(turn -> turn.tier() == STANDARD).hasSize(PLACES - 4);
    }

    @Test
    void how_long_work_waited_is_known_by_tier() {
        add(STANDARD, 2);
        now.addAndGet(Duration.ofMillis(30).toNanos());
        Turn<Integer> first = startAll().get(0);
        now.addAndGet(Duration.ofMillis(5).toNanos());
        queue.done(first);
        add(VIP, 10);
        startAll();
        now.addAndGet(Duration.ofMillis(7).toNanos());

        assertThat(queue.lead(STANDARD))
                .isEqualTo(new Lead(2, 1, 0, 2, Duration.ofMillis(60), 1, Duration.ofMillis(5), Duration.ZERO));
        assertThat(queue.lead(VIP))
                .isEqualTo(new Lead(2, 6, 4, 6, Duration.ZERO, 0, Duration.ZERO, Duration.ofMillis(7)));
    }

    @Test
    void a_place_that_nobody_holds_cannot_be_given_back() {
        add(VIP, 1);
        Turn<Integer> turn = startAll().get(0);
        queue.done(turn);

        assertThatIllegalStateException().isThrownBy(() -> queue.done(turn)).withMessageContaining("VIP");
    }

    @Test
    void shares_leave_room_for_each_other() {
        assertThatThrownBy(() -> new Shares(60, 50)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Shares(0, 50)).isInstanceOf(InvalidValue.class);
    }

    /**
     * Whatever comes and goes, in whatever mix: never more work than places, no tier beyond what the other is guaranteed, no work
     * waits for ever, and all of it is done in the end.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void neither_tier_starves_for_any_mix(long seed) {
        Random random = new Random(seed);
        int vipPercent = random.nextInt(101);
        int vipShare = 1 + random.nextInt(60);
        queue.share(new Shares(vipShare, 1 + random.nextInt(100 - vipShare)));
        Map<Tier, Deque<Turn<Integer>>> holding =
                new EnumMap<>(Map.of(VIP, new ArrayDeque<>(), STANDARD, new ArrayDeque<>()));
        Map<Tier, Integer> added = new EnumMap<>(Map.of(VIP, 0, STANDARD, 0));
        for (int step = 0; step < 20_000; step++) {
            now.addAndGet(random.nextInt(2_000_000));
            if (step < 15_000 && random.nextInt(100) < 55) {
                Tier tier = random.nextInt(100) < vipPercent ? VIP : STANDARD;
                add(tier, 1);
                added.merge(tier, 1, Integer::sum);
            } else {
                Tier tier = random.nextBoolean() ? VIP : STANDARD;
                giveBack(holding.get(tier).poll());
            }
            startAll().forEach(turn -> holding.get(turn.tier()).add(turn));
            assertNobodyIsKeptFromHisShare(holding);
        }
        while (!holding.get(VIP).isEmpty() || !holding.get(STANDARD).isEmpty()) {
            for (Tier tier : Tier.values()) {
                giveBack(holding.get(tier).poll());
            }
            startAll().forEach(turn -> holding.get(turn.tier()).add(turn));
        }
        for (Tier tier : Tier.values()) {
            assertThat(queue.lead(tier).started()).isEqualTo((long) added.get(tier));
            assertThat(queue.lead(tier).waiting()).isZero();
        }
    }

    private void giveBack(@Nullable Turn<Integer> turn) {
        if (turn != null) {
            queue.done(turn);
        }
    }

    private void assertNobodyIsKeptFromHisShare(Map<Tier, Deque<Turn<Integer>>> holding) {
        int held = holding.get(VIP).size() + holding.get(STANDARD).size();
        assertThat(held).isLessThanOrEqualTo(PLACES);
        for (Tier tier : Tier.values()) {
            Lead lead = queue.lead(tier);
            Lead other = queue.lead(tier == VIP ? STANDARD : VIP);
            boolean mayWait = lead.taken() >= lead.guaranteed()
                    || held == PLACES
                    || PLACES - held <= Math.max(0, other.guaranteed() - other.taken());
            assertThat(lead.waiting() == 0 || mayWait)
                    .as("%s has %s while the other has %s", tier, lead, other)
                    .isTrue();
        }
    }

    private void add(Tier tier, int pieces) {
        for (int i = 0; i < pieces; i++) {
            queue.add(tier, ++numbered);
        }
    }

    private List<Turn<Integer>> startAll() {
        List<Turn<Integer>> started = new ArrayList<>();
        Turn<Integer> turn = queue.next();
        while (turn != null) {
            started.add(turn);
            turn = queue.next();
        }
        return started;
    }
}

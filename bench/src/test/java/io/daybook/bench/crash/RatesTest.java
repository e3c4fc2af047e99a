package io.daybook.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ten a second before the kill, which is at second 20. */
class RatesTest {

    private static final long KILL = 20_000;
    private static final long END = 80_000;
    private static final long NOTICED = 18_000;

    @Test
    void rate_counts_from_its_first_moment_and_not_its_last() {
        Rates rates = Rates.of(List.of(1_000L, 1_000L, 1_500L, 2_000L));
        assertThat(rates.count(1_000, 2_000)).isEqualTo(3);
        assertThat(rates.perSecond(1_000, 2_000)).isEqualTo(3);
        assertThat(rates.perSecond(2_000, 2_000)).isZero();
    }

    @Test
    void what_nobody_notices_needs_no_recovery() {
        Rates rates = rates(every(100, 0, END));
        assertThat(recovery(rates)).hasValue(0);
        assertThat(rates.lowest(KILL, END)).isEqualTo(10);
        assertThat(rates.longestGap(KILL, END)).isEqualTo(100);
    }

    @Test
    void gap_is_recovered_from_when_it_ends() {
        Rates rates = rates(every(100, 0, KILL), every(100, KILL + 12_000, END));
        // A window may lack a fifth, which is one of its five seconds.
        assertThat(recovery(rates).orElseThrow()).isCloseTo(11_000, within(250L));
        assertThat(rates.firstFrom(KILL)).hasValue(KILL + 12_000);
        assertThat(rates.longestGap(KILL, END)).isEqualTo(12_000);
        assertThat(rates.lowest(KILL, END)).isZero();
    }

    @Test
    void effect_that_begins_later_is_found() {
        Rates rates = rates(every(100, 0, KILL + 8_000), every(100, KILL + 18_000, END));
        assertThat(recovery(rates).orElseThrow()).isCloseTo(17_000, within(250L));
    }

    @Test
    void half_the_rate_is_not_recovered() {
        Rates rates = rates(every(100, 0, KILL), every(200, KILL, END));
        assertThat(recovery(rates)).isEmpty();
        assertThat(rates.asBefore(10, END)).isFalse();
    }

    @Test
    void rate_that_falls_long_after_the_kill_fell_for_another_reason() {
        Rates rates = rates(every(100, 0, 50_000));
        assertThat(recovery(rates)).hasValue(0);
    }

    @Test
    void nothing_after_the_kill_is_no_recovery() {
        Rates rates = rates(every(100, 0, KILL));
        assertThat(recovery(rates)).isEmpty();
        assertThat(rates.firstFrom(KILL)).isEmpty();
        assertThat(rates.longestGap(KILL, END)).isEqualTo(END - KILL);
    }

    @Test
    void nothing_before_makes_nothing_enough() {
        Rates rates = Rates.of(List.of());
        assertThat(rates.recovery(KILL, 0, NOTICED, END)).hasValue(0);
    }

    private static java.util.OptionalLong recovery(Rates rates) {
        return rates.recovery(KILL, rates.perSecond(0, KILL), NOTICED, END);
    }

    private static LongStream every(long millis, long from, long to) {
        return LongStream.iterate(from, at -> at < to, at -> at + millis);
    }

    private static Rates rates(LongStream... moments) {
        return Rates.of(Stream.of(moments).flatMap(LongStream::boxed).toList());
    }
}

package io.daybook.ui.levels;

import io.daybook.api.customer.Tier;
import io.daybook.api.operations.CapacityPlan;
import io.daybook.api.operations.ServiceLevel;
import io.daybook.operations.InstanceReport.LineReport;
import java.util.List;
import java.util.Locale;

/** Service levels and capacity as the page shows them. */
public record LevelBoard(List<Promise> promises, CapacityPlan plan, List<Row> rows) {

    /**
     * What orders of a tier are promised.
     *
     * @param level for the form
     * @param waits how long those that are placed now are expected to wait
     * @param taken which part of new orders is
     */
    public record Promise(
            Tier tier, String name, ServiceLevel level, String text, List<Kept> kept, String waits, String taken) {}

    /**
     * How far it was kept.
     *
     * @param within a span of time
     * @param missed whether it was not
     */
    public record Kept(String within, String percent, String orders, boolean missed) {}

    /** Where orders of a tier wait for a place. */
    public record Row(
            String instance,
            String line,
            String tier,
            int guaranteed,
            int taken,
            int waiting,
            String perSecond,
            String waits,
            String works) {}

    private static final long HOUR = 60;

    static LevelBoard of(LevelBook.Page page) {
        return new LevelBoard(
                page.tiers().stream().map(LevelBoard::promise).toList(),
                page.plan(),
                page.lines().stream()
                        .flatMap(line -> line.tiers().stream().map(tier -> row(line, tier)))
                        .toList());
    }

    private static Promise promise(TierLevel tier) {
        return new Promise(
                tier.tier(),
                name(tier.tier()),
                tier.level(),
                text(tier.level()),
                tier.attained().stream().map(each -> kept(each, tier.level())).toList(),
                time(tier.expectedWaitMillis()),
                tier.percentTaken() == 100 ? "all" : tier.percentTaken() + " of 100");
    }

    private static Kept kept(Attainment attained, ServiceLevel level) {
        return new Kept(
                within(attained.minutes()),
                attained.percent(),
                String.format(Locale.UK, "%,d", attained.orders()),
                !attained.meets(level));
    }

    private static String within(long minutes) {
        if (minutes < HOUR) {
            return "%d minutes".formatted(minutes);
        }
        return minutes == HOUR ? "1 hour" : "%d hours".formatted(minutes / HOUR);
    }

    private static Row row(CapacityLine line, LineReport tier) {
        return new Row(
                line.instance(),
                line.line(),
                name(tier.tier()),
                tier.guaranteed(),
                tier.taken(),
                tier.waiting(),
                String.format(Locale.UK, "%,.0f", tier.perSecond()),
                String.format(Locale.UK, "%,.1f", tier.waitMillis()),
                String.format(Locale.UK, "%,.1f", tier.workMillis()));
    }

    /** As staff read it. */
    public static String name(Tier tier) {
        return tier == Tier.VIP ? "VIP" : "Standard";
    }

    /** For example {@code 99% within 2 s}. */
    public static String text(ServiceLevel level) {
        return "%d%% within %s".formatted(level.percent(), time(level.millis()));
    }

    /** For example {@code 750 ms}, {@code 1.5 s} or {@code 20 s}. */
    public static String time(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        return millis % 1_000 == 0
                ? String.format(Locale.UK, "%,d s", millis / 1_000)
                : String.format(Locale.UK, "%,.1f s", millis / 1_000.0);
    }
}

package io.daybook.ui.experiments;

import io.daybook.api.catalog.Sku;
import io.daybook.api.operations.InstanceName;
import io.daybook.operations.InstanceReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether instances get the shares that their load factors promise. */
final class LoadDistribution implements Experiment {

    private static final int SMALL = 100;
    private static final int LARGE = 300;

    /** Beyond four standard deviations chance alone comes once in some 16,000 runs. */
    private static final double DEVIATIONS = 4;

    private final ExperimentSettings settings;

    LoadDistribution(ExperimentSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "load-distribution";
    }

    @Override
    public String title() {
        return "Load distribution";
    }

    @Override
    public String description() {
        return "The instances that take orders get load factors of %d and %d. Then %d orders come as fast as they are taken."
                .formatted(SMALL, LARGE, orders());
    }

    @Override
    public List<String> expectations() {
        return List.of(
                "Each instance handles a share of the commands in proportion to its load factor, within a bound.",
                "The bound follows from how commands are routed: an instance has as many points on a ring as its load factor says, an order goes to the next point, and so both the arcs between points and the orders fall as chance will have it. The bound is four standard deviations of the two together; with two instances about 12 percentage points.");
    }

    @Override
    public String sabotage() {
        return "The load factors are given to the instances the other way round.";
    }

    @Override
    public Optional<String> chart() {
        return Optional.of("Per cent of the commands handled since the beginning, by instance");
    }

    @Override
    public int orders() {
        return settings.loadDistribution().orders();
    }

    @Override
    public Optional<String> obstacle(List<InstanceReport> instances) {
        int there = Instances.of(Failover.SERVICE, instances).size();
        return there >= 2
                ? Optional.empty()
                : Optional.of(
                        "It needs two instances of the service %s that are well and take part; there are %d: there is nothing to distribute."
                                .formatted(Failover.SERVICE, there));
    }

    @Override
    public List<Check> run(Stage stage) throws InterruptedException {
        List<InstanceReport> instances =
                Instances.of(Failover.SERVICE, stage.platform().instances().instances());
        Map<String, Integer> expected = new LinkedHashMap<>();
        for (InstanceReport instance : instances) {
            expected.put(instance.name(), expected.isEmpty() ? SMALL : LARGE);
        }
        Map<String, Integer> given = stage.seeded() ? otherWayRound(expected) : expected;
        for (InstanceReport instance : instances) {
            int factor = given.getOrDefault(instance.name(), SMALL);
            stage.steering().weigh(new InstanceName(instance.name()), instance.loadFactor(), factor);
        }
        boolean followed = stage.awaitInstances(
                settings.follow(),
                all -> all.stream()
                        .filter(report -> given.containsKey(report.name()))
                        .allMatch(report -> Integer.valueOf(report.loadFactor()).equals(given.get(report.name()))));
        stage.step(
                (followed ? "Load factors are %s." : "Not all instances have followed yet: load factors are to be %s.")
                        .formatted(given.entrySet().stream()
                                .map(factor -> factor.getKey() + " " + factor.getValue())
                                .sorted()
                                .collect(Collectors.joining(", "))));
        Map<String, Long> before = handled(stage, given);
        given.keySet().forEach(name -> stage.gauge(name, () -> percent(name, since(before, handled(stage, given)))));
        Sku sku = stage.product(orders());
        stage.step("%d orders come at once.".formatted(orders()));
        stage.placeAll(Batch.of(sku, orders(), settings.loadDistribution().senders()));
        stage.awaitSettled(settings.settle());
        Instant settled = Instant.now();
        stage.awaitInstances(
                settings.follow(),
                all -> all.stream()
                        .filter(report -> given.containsKey(report.name()))
                        .allMatch(report -> report.at().isAfter(settled)));
        return verdict(stage.findings(), orders(), expected, since(before, handled(stage, given)));
    }

    private static Map<String, Integer> otherWayRound(Map<String, Integer> factors) {
        List<Integer> values = new ArrayList<>(factors.values());
        Collections.reverse(values);
        Map<String, Integer> turned = new LinkedHashMap<>();
        factors.keySet().forEach(name -> turned.put(name, values.get(turned.size())));
        return turned;
    }

    private static Map<String, Long> handled(Stage stage, Map<String, Integer> factors) {
        return stage.platform().instances().instances().stream()
                .filter(report -> factors.containsKey(report.name()))
                .collect(Collectors.toMap(
                        InstanceReport::name, report -> report.commands().handled()));
    }

    private static Map<String, Long> since(Map<String, Long> before, Map<String, Long> now) {
        Map<String, Long> handled = new LinkedHashMap<>();
        before.forEach((name, count) -> handled.put(name, now.getOrDefault(name, count) - count));
        return handled;
    }

    private static double percent(String name, Map<String, Long> handled) {
        long all = handled.values().stream().mapToLong(count -> count).sum();
        return all == 0 ? 0 : 100.0 * handled.getOrDefault(name, 0L) / all;
    }

    /** @param handled commands by instance; the reports are the only ones who know who handled what */
    static List<Check> verdict(Findings log, int orders, Map<String, Integer> factors, Map<String, Long> handled) {
        List<Check> checks = new ArrayList<>();
        checks.add(log.accepted(orders));
        int points = factors.values().stream().mapToInt(factor -> factor).sum();
        factors.forEach((name, factor) -> {
            double share = (double) factor / points;
            double bound = 100 * bound(share, points, orders);
            double found = percent(name, handled);
            checks.add(new Check(
                    "%s handles %.1f %% of the commands, give or take %.1f.".formatted(name, 100 * share, bound),
                    "It handled %.1f %%: %d commands.".formatted(found, handled.getOrDefault(name, 0L)),
                    Math.abs(found - 100 * share) <= bound));
        });
        checks.add(log.allConfirmed(orders));
        return checks;
    }

    /**
     * The arcs of an instance's points add up to a share with the variance of a beta distribution; the orders that fall on
     * them, to one with that of a binomial distribution.
     */
    static double bound(double share, int points, int orders) {
        return DEVIATIONS * Math.sqrt(share * (1 - share) * (1.0 / (points + 1) + 1.0 / orders));
    }
}

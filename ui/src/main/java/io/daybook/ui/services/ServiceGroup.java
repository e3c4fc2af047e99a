package io.daybook.ui.services;

import io.daybook.api.operations.Participation;
import io.daybook.operations.InstanceReport;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The instances of one service, as the page shows them. */
public record ServiceGroup(String service, List<Row> instances) {

    private static final int MINUTES_OF_DAY = 1440;

    /**
     * One instance.
     *
     * @param health    {@code good}, {@code off} when an operator has taken it out, {@code bad} when it is not well
     * @param state     the same in words
     * @param due       percent of its service's commands that it is due by its load factor
     * @param share     percent of what its service does now
     * @param perSecond messages handled, commands and queries together
     * @param millis    mean time of a message, in milliseconds; empty when there was none
     */
    public record Row(
            String name,
            String health,
            String state,
            List<String> troubles,
            int loadFactor,
            long handled,
            String perSecond,
            int inFlight,
            String millis,
            int due,
            int share,
            long events,
            String processors,
            String uptime,
            String version,
            String process) {}

    static List<ServiceGroup> of(List<InstanceReport> reports, Instant now) {
        Map<String, List<InstanceReport>> byService = reports.stream()
                .collect(Collectors.groupingBy(InstanceReport::service, LinkedHashMap::new, Collectors.toList()));
        return byService.entrySet().stream()
                .map(entry -> new ServiceGroup(entry.getKey(), rows(entry.getValue(), now)))
                .toList();
    }

    private static List<Row> rows(List<InstanceReport> reports, Instant now) {
        double all = reports.stream().mapToDouble(ServiceGroup::perSecond).sum();
        int factors = reports.stream().mapToInt(ServiceGroup::effectiveFactor).sum();
        return reports.stream().map(report -> row(report, all, factors, now)).toList();
    }

    /** Whether nobody else of its service takes part and is well, so that without it nobody would do its work. */
    static boolean isLast(String instance, List<InstanceReport> reports) {
        return reports.stream()
                .filter(report -> report.name().equals(instance))
                .findFirst()
                .filter(report -> reports.stream()
                        .filter(other -> other.service().equals(report.service()))
                        .filter(other -> !other.name().equals(instance))
                        .noneMatch(other -> health(other).equals("good")))
                .isPresent();
    }

    private static double perSecond(InstanceReport report) {
        return report.commands().perSecond() + report.queries().perSecond();
    }

    private static Row row(InstanceReport report, double all, int factors, Instant now) {
        double mine = perSecond(report);
        return new Row(
                report.name(),
                health(report),
                state(report),
                report.troubles(),
                report.loadFactor(),
                report.commands().handled() + report.queries().handled(),
                number(mine),
                inFlight(report),
                mine == 0 ? "" : number(millis(report, mine)),
                factors == 0 ? 0 : Math.round(100f * effectiveFactor(report) / factors),
                all == 0 ? 0 : (int) Math.round(100 * mine / all),
                report.events(),
                String.join(", ", report.processors()),
                uptime(Duration.between(report.startedAt(), now)),
                report.version(),
                report.process());
    }

    private static int effectiveFactor(InstanceReport report) {
        return health(report).equals("good") ? report.loadFactor() : 0;
    }

    private static double millis(InstanceReport report, double perSecond) {
        return (report.commands().millis() * report.commands().perSecond()
                        + report.queries().millis() * report.queries().perSecond())
                / perSecond;
    }

    private static String health(InstanceReport report) {
        if (!report.troubles().isEmpty()) {
            return "bad";
        }
        return report.participation() == Participation.FULL ? "good" : "off";
    }

    private static String state(InstanceReport report) {
        if (!report.troubles().isEmpty()) {
            return "not well";
        }
        return switch (report.participation()) {
            case FULL -> "well";
            case DRAINED -> inFlight(report) > 0 ? "being drained" : "drained";
            case DISABLED -> inFlight(report) > 0 ? "ends its work" : "taken out";
        };
    }

    private static int inFlight(InstanceReport report) {
        return report.commands().inFlight() + report.queries().inFlight();
    }

    private static String number(double value) {
        return String.format(Locale.UK, value < 10 ? "%.1f" : "%.0f", value);
    }

    private static String uptime(Duration since) {
        long minutes = since.toMinutes();
        if (minutes < 60) {
            return minutes < 1 ? "%d s".formatted(Math.max(0, since.toSeconds())) : "%d min".formatted(minutes);
        }
        return minutes < MINUTES_OF_DAY ? "%d h".formatted(since.toHours()) : "%d days".formatted(since.toDays());
    }
}

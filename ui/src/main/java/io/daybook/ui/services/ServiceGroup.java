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
     * @param state     {@code good}, {@code off} when an operator has taken it out, {@code bad} when it is not well
     * @param share     percent of what its service does now
     * @param perSecond messages handled, commands and queries together
     * @param millis    mean time of a message, in milliseconds; empty when there was none
     */
    public record Row(
            String name,
            String state,
            List<String> troubles,
            int loadFactor,
            long handled,
            String perSecond,
            int inFlight,
            String millis,
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
        return reports.stream().map(report -> row(report, all, now)).toList();
    }

    private static double perSecond(InstanceReport report) {
        return report.commands().perSecond() + report.queries().perSecond();
    }

    private static Row row(InstanceReport report, double all, Instant now) {
        double mine = perSecond(report);
        return new Row(
                report.name(),
                state(report),
                report.troubles(),
                report.loadFactor(),
                report.commands().handled() + report.queries().handled(),
                number(mine),
                report.commands().inFlight() + report.queries().inFlight(),
                mine == 0 ? "" : number(millis(report, mine)),
                all == 0 ? 0 : (int) Math.round(100 * mine / all),
                report.events(),
                String.join(", ", report.processors()),
                uptime(Duration.between(report.startedAt(), now)),
                report.version(),
                report.process());
    }

    private static double millis(InstanceReport report, double perSecond) {
        return (report.commands().millis() * report.commands().perSecond()
                        + report.queries().millis() * report.queries().perSecond())
                / perSecond;
    }

    private static String state(InstanceReport report) {
        if (!report.troubles().isEmpty()) {
            return "bad";
        }
        return report.participation() == Participation.FULL ? "good" : "off";
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

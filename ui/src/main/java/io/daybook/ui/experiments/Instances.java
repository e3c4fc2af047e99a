package io.daybook.ui.experiments;

import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.Participation;
import io.daybook.operations.InstanceReport;
import java.util.List;
import java.util.Optional;

/** What reports say about instances. */
final class Instances {

    private Instances() {}

    /** Those that are well and take part. */
    static List<InstanceReport> well(List<InstanceReport> all) {
        return all.stream()
                .filter(report -> report.troubles().isEmpty() && report.participation() == Participation.FULL)
                .toList();
    }

    /** Those of a service that are well and take part. */
    static List<InstanceReport> of(String service, List<InstanceReport> all) {
        return well(all).stream()
                .filter(report -> report.service().equals(service))
                .toList();
    }

    static boolean isOut(InstanceName instance, List<InstanceReport> all) {
        return all.stream()
                .anyMatch(report ->
                        report.name().equals(instance.value()) && report.participation() == Participation.DISABLED);
    }

    /** Whether an instance is not the one any more that it was: silent, gone, or started again. */
    static boolean hasDied(InstanceReport before, List<InstanceReport> all) {
        Optional<InstanceReport> now = named(before.name(), all);
        return now.isEmpty()
                || !now.get().startedAt().equals(before.startedAt())
                || !now.get().at().isAfter(before.at()) && !now.get().troubles().isEmpty()
                || now.get().troubles().stream().anyMatch(trouble -> trouble.startsWith("No sign of life"));
    }

    static boolean isBack(InstanceReport before, List<InstanceReport> all) {
        return named(before.name(), all)
                .filter(now -> now.startedAt().isAfter(before.startedAt())
                        && now.troubles().isEmpty())
                .isPresent();
    }

    private static Optional<InstanceReport> named(String name, List<InstanceReport> all) {
        return all.stream().filter(report -> report.name().equals(name)).findFirst();
    }
}

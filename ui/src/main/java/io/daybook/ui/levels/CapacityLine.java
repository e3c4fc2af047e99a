package io.daybook.ui.levels;

import io.daybook.operations.InstanceReport;
import io.daybook.operations.InstanceReport.LineReport;
import java.util.List;

/**
 * Where orders of both tiers wait for a place in an instance.
 *
 * @param line  what waits there
 * @param tiers how each fares
 */
record CapacityLine(String instance, String line, List<LineReport> tiers) {

    static List<CapacityLine> of(List<InstanceReport> instances) {
        return instances.stream()
                .flatMap(instance -> instance.lines().stream()
                        .map(LineReport::line)
                        .distinct()
                        .map(line -> of(instance, line)))
                .toList();
    }

    private static CapacityLine of(InstanceReport instance, String line) {
        return new CapacityLine(
                instance.name(),
                line,
                instance.lines().stream()
                        .filter(report -> report.line().equals(line))
                        .toList());
    }
}

package io.daybook.bench.load;

import io.daybook.bench.http.DaybookClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the server and this program have used up to a moment.
 *
 * @param serverCpuMillis CPU time of the server's process; null when it does not tell
 * @param cpuMillisByPart CPU time of the server's parts, as it tells them apart; empty when it does not
 * @param heapBytes       heap in use in the server, garbage included; null when it does not tell
 * @param rssBytes        memory that the server's process holds; null unless its process id was given
 * @param benchCpuMillis  CPU time of this program
 */
record Meters(
        @Nullable Double serverCpuMillis,
        Map<String, Double> cpuMillisByPart,
        @Nullable Double heapBytes,
        @Nullable Long rssBytes,
        double benchCpuMillis) {

    static Meters read(DaybookClient client, @Nullable Long serverPid) throws IOException {
        return new Meters(
                cpuMillis(client, "process.cpu.time", ""),
                byPart(client),
                boxed(client.meter("jvm.memory.used", "?tag=area:heap")),
                serverPid == null ? null : rss(serverPid),
                ownCpuMillis());
    }

    private static Map<String, Double> byPart(DaybookClient client) throws IOException {
        Map<String, Double> parts = new TreeMap<>();
        for (JsonNode tag : client.meterJson("daybook.cpu.time", "").path("availableTags")) {
            if (tag.path("tag").asString("").equals("part")) {
                for (JsonNode part : tag.path("values")) {
                    String name = part.asString();
                    Double millis = cpuMillis(
                            client, "daybook.cpu.time", "?tag=part:" + URLEncoder.encode(name, StandardCharsets.UTF_8));
                    if (millis != null) {
                        parts.put(name, millis);
                    }
                }
            }
        }
        return parts;
    }

    private static @Nullable Double cpuMillis(DaybookClient client, String name, String query) throws IOException {
        JsonNode meter = client.meterJson(name, query);
        JsonNode value = meter.path("measurements").path(0).path("value");
        if (!value.isNumber()) {
            return null;
        }
        return value.asDouble()
                * switch (meter.path("baseUnit").asString("ns")) {
                    case "s", "seconds" -> 1e3;
                    case "ms", "milliseconds" -> 1;
                    default -> 1e-6;
                };
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static long rss(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1_024;
            }
        }
        throw new IOException("The memory of process " + pid + " cannot be read");
    }

    private static double ownCpuMillis() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e6;
    }
}

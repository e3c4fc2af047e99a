package io.daybook.ui.inspector;

import io.daybook.api.history.Causation;
import io.daybook.api.history.Causation.CausedCommand;
import io.daybook.api.history.Causation.CausedEvent;
import io.daybook.ui.pages.Times;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands and events as a graph beside a list: a row for each, and lines from cause to effect. The list says the same to
 * whoever does not see the lines. Lengths are in sixteenths of an em of the page.
 *
 * @param lanes what the columns of dots are about
 */
public record CauseGraph(List<Row> rows, List<Line> lines, List<String> lanes, int width, int height) {

    private static final int ROW = 60;
    private static final int LANE = 26;
    private static final int MARGIN = 18;
    private static final int MOST_ALIKE = 3;
    private static final double UNIT = 16;

    /**
     * A command or an event.
     *
     * @param command whether it is a command
     * @param title   what it is called
     * @param because in words, what it came of; empty when that is not known
     * @param at      when it happened; null of a command
     * @param chosen  whether it is the event that the graph was asked for
     * @param sure    whether the log says so, or it is what such events come from as a rule
     */
    public record Row(
            boolean command,
            String title,
            String because,
            @Nullable Times at,
            String stream,
            long sequence,
            boolean chosen,
            boolean sure,
            int x,
            int y) {}

    /** @param kind {@code made} from a command to its events, {@code sent} from an event to a command, {@code origin} */
    public record Line(String kind, String path) {}

    /** As lengths of a page. */
    public String widthInRem() {
        return rem(width);
    }

    public String heightInRem() {
        return rem(height);
    }

    private static String rem(int units) {
        return String.format(Locale.ROOT, "%.3frem", units / UNIT);
    }

    /** @param chosen identifier of the event that was asked for; null for none */
    static CauseGraph of(Causation causation, @Nullable String chosen) {
        return new Drawing(causation, chosen).done();
    }

    /** A graph while it is drawn, from top to bottom. */
    private static final class Drawing {

        private final Causation causation;
        private final @Nullable String chosen;
        private final List<Row> rows = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final Map<String, Integer> lanes = new LinkedHashMap<>();
        private final Map<String, Row> events = new HashMap<>();
        private final Map<String, Row> commands = new HashMap<>();

        Drawing(Causation causation, @Nullable String chosen) {
            this.causation = causation;
            this.chosen = chosen;
        }

        CauseGraph done() {
            causation.commands().forEach(this::add);
            return new CauseGraph(
                    rows,
                    lines,
                    List.copyOf(lanes.keySet()),
                    MARGIN * 2 + LANE * Math.max(0, lanes.size() - 1),
                    ROW * rows.size());
        }

        private void add(CausedCommand command) {
            Row cause = command.because() == null ? null : events.get(command.because());
            Row first = command.origin() == null ? null : commands.get(command.origin());
            CausedEvent main = command.events().get(command.events().size() - 1);
            Row row = new Row(
                    true,
                    command.name().isEmpty() ? "A command" : command.name(),
                    because(command, cause, first),
                    null,
                    "",
                    0,
                    false,
                    command.recorded(),
                    x(main.stream()),
                    y());
            rows.add(row);
            if (command.id() != null) {
                commands.put(command.id(), row);
            }
            if (cause != null) {
                lines.add(new Line("sent", path(cause, row)));
            } else if (first != null) {
                lines.add(new Line("origin", path(first, row)));
            }
            Map<String, List<CausedEvent>> alike = new LinkedHashMap<>();
            command.events()
                    .forEach(event -> alike.computeIfAbsent(event.what(), what -> new ArrayList<>())
                            .add(event));
            alike.values().forEach(some -> add(row, some));
        }

        private static String because(CausedCommand command, @Nullable Row cause, @Nullable Row first) {
            if (cause != null) {
                return "because of " + cause.title();
            } else if (command.because() != null) {
                return "because of an event further away";
            } else if (first != null) {
                return "began with " + first.title();
            }
            return command.recorded() ? "from outside" : "";
        }

        /** Many alike share a row. */
        private void add(Row command, List<CausedEvent> alike) {
            boolean together = alike.size() > MOST_ALIKE;
            for (CausedEvent event : together ? alike.subList(0, 1) : alike) {
                Row row = new Row(
                        false,
                        together ? alike.size() + " × " + event.what() : event.what(),
                        "",
                        Times.of(event.at()),
                        event.stream(),
                        event.sequence(),
                        alike.stream().anyMatch(one -> one.id().equals(chosen))
                                && (together || event.id().equals(chosen)),
                        true,
                        x(event.stream()),
                        y());
                rows.add(row);
                lines.add(new Line("made", path(command, row)));
                (together ? alike : List.of(event)).forEach(one -> events.put(one.id(), row));
            }
        }

        private int y() {
            return rows.size() * ROW + ROW / 2;
        }

        private int x(String stream) {
            return MARGIN + LANE * lanes.computeIfAbsent(about(stream), lane -> lanes.size());
        }

        private static String about(String stream) {
            if (stream.startsWith("payment-")) {
                return "payment";
            } else if (stream.startsWith("reservation-")) {
                return "reservation";
            } else if (stream.startsWith("customer-")) {
                return "customer";
            }
            return stream.indexOf(':') > 0 ? "stock" : stream.equals("controls") ? "controls" : "order or product";
        }

        /** Straight down where nothing is in between, otherwise around it. */
        private static String path(Row from, Row to) {
            if (from.x() == to.x() && to.y() - from.y() <= ROW) {
                return "M%d %d L%d %d".formatted(from.x(), from.y(), to.x(), to.y());
            }
            int aside = from.x() == to.x() ? -LANE / 2 : 0;
            int bend = ROW / 2;
            return "M%d %d C%d %d %d %d %d %d"
                    .formatted(
                            from.x(),
                            from.y(),
                            from.x() + aside,
                            from.y() + bend,
                            to.x() + aside,
                            to.y() - bend,
                            to.x(),
                            to.y());
        }
    }
}

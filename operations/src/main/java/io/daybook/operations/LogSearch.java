package io.daybook.operations;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Which log lines are looked for; what is empty asks for nothing.
 *
 * @param text     stands in the message, the stack trace or the logger's name, in whatever case
 * @param level    the least level
 */
public record LogSearch(
        String text, @Nullable Level level, String service, String instance, String orderId, String traceId) {

    /** All lines. */
    public static final LogSearch ALL = new LogSearch("", null, "", "", "", "");

    /** Whether a line is one of them: the same as the database's answer, without asking it. */
    public boolean matches(LogLine line) {
        return (level == null || line.level().toInt() >= level.toInt())
                && (service.isEmpty() || service.equals(line.service()))
                && (instance.isEmpty() || instance.equals(line.instance()))
                && (orderId.isEmpty() || orderId.equals(line.orderId()))
                && (traceId.isEmpty() || traceId.equals(line.traceId()))
                && (has(line.message()) || has(line.logger()) || has(line.exception()));
    }

    private boolean has(@Nullable String where) {
        return text.isEmpty()
                || where != null && where.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether an index leads to the few lines that it can be about. */
    boolean isNarrow() {
        return !orderId.isEmpty() || !traceId.isEmpty();
    }

    Bson filter() {
        List<Bson> all = new ArrayList<>();
        is(LogDocument.ORDER, orderId, all);
        is(LogDocument.TRACE, traceId, all);
        is(LogDocument.SERVICE, service, all);
        is(LogDocument.INSTANCE, instance, all);
        if (level != null) {
            all.add(Filters.in(
                    LogDocument.LEVEL,
                    Arrays.stream(Level.values())
                            .filter(each -> each.toInt() >= level.toInt())
                            .map(Level::name)
                            .toList()));
        }
        if (!text.isEmpty()) {
            String literally = Pattern.quote(text);
            all.add(Filters.or(
                    Filters.regex(LogDocument.MESSAGE, literally, "i"),
                    Filters.regex(LogDocument.LOGGER, literally, "i"),
                    Filters.regex(LogDocument.EXCEPTION, literally, "i")));
        }
        return all.isEmpty() ? Filters.empty() : Filters.and(all);
    }

    private static void is(String field, String value, List<Bson> all) {
        if (!value.isEmpty()) {
            all.add(Filters.eq(field, value));
        }
    }
}

package io.daybook.ui.logs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.operations.LogBook;
import io.daybook.operations.LogLine;
import io.daybook.operations.LogSearch;
import io.daybook.ui.http.BadFields;
import io.daybook.ui.placement.BadField;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Log lines, for operators' programs. */
@RestController
@RequestMapping("/api/v1/staff/operations/logs")
@Tag(name = "Staff: operations")
class LogsApi {

    private static final int MOST = 500;

    private final LogBook book;

    LogsApi(LogBook book) {
        this.book = book;
    }

    /**
     * Log lines, newest first.
     *
     * @param older what to ask for as {@code before} to get the lines before these; null when there are none
     */
    record Lines(
            List<LogLine> lines,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String older) {}

    @GetMapping
    @Operation(
            summary = "Search the log lines of all instances",
            description = "Newest first. Needs OPERATOR. Lines are kept for a time, and up to a number; the"
                    + " documentation of the platform says how many.")
    Lines find(
            @Parameter(description = "Stands in the message, the stack trace or the logger's name, in whatever case")
                    @RequestParam(defaultValue = "")
                    String text,
            @Parameter(description = "The least level: ERROR, WARN, INFO, DEBUG or TRACE")
                    @RequestParam(defaultValue = "")
                    String level,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String instance,
            @Parameter(description = "An order's id") @RequestParam(defaultValue = "") String order,
            @Parameter(description = "What all that one click caused has in common") @RequestParam(defaultValue = "")
                    String trace,
            @Parameter(description = "The id of a line, of which only earlier ones are wanted")
                    @RequestParam(defaultValue = "")
                    String before,
            @Parameter(description = "1 to 500") @RequestParam(defaultValue = "50") int size) {
        check(
                Map.of("text", text, "service", service, "instance", instance, "order", order, "trace", trace),
                level,
                before,
                size);
        LogSearch search = new LogSearch(text, LogForm.level(level), service, instance, order, trace);
        List<LogLine> found = book.newest(search, before.isEmpty() ? null : before, size + 1);
        return found.size() > size
                ? new Lines(found.subList(0, size), found.get(size - 1).id())
                : new Lines(found, null);
    }

    private static void check(Map<String, String> texts, String level, String before, int size) {
        List<BadField> bad = new ArrayList<>();
        texts.forEach((name, value) -> {
            if (value.length() > LogForm.LONGEST) {
                bad.add(new BadField(name, "must be %d characters long at most".formatted(LogForm.LONGEST)));
            } else if (value.chars().anyMatch(Character::isISOControl)) {
                bad.add(new BadField(name, "must have no control characters"));
            }
        });
        if (!level.isEmpty() && LogForm.level(level) == null) {
            bad.add(new BadField("level", "must be ERROR, WARN, INFO, DEBUG or TRACE"));
        }
        if (!before.isEmpty() && !LogLine.isId(before)) {
            bad.add(new BadField("before", "must be the id of a line"));
        }
        if (size < 1 || size > MOST) {
            bad.add(new BadField("size", "must be between 1 and %d, is %d".formatted(MOST, size)));
        }
        if (!bad.isEmpty()) {
            throw new BadFields(bad);
        }
    }
}

package io.daybook.ui.logs;

import io.daybook.operations.InstanceDirectory;
import io.daybook.operations.InstanceReport;
import io.daybook.operations.LogBook;
import io.daybook.operations.LogLine;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.LiveStream;
import io.daybook.ui.pages.LiveStreams;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Searches the log lines of all instances, and follows them. */
@Controller
class LogsController {

    private static final String PAGE = "/staff/operations/logs";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private final LogBook book;
    private final LogTail tail;
    private final LiveStreams streams;
    private final InstanceDirectory instances;
    private final LogsSettings settings;

    LogsController(
            LogBook book, LogTail tail, LiveStreams streams, InstanceDirectory instances, LogsSettings settings) {
        this.book = book;
        this.tail = tail;
        this.streams = streams;
        this.instances = instances;
        this.settings = settings;
    }

    @GetMapping(PAGE)
    String show(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam Map<String, String> asked,
            HttpServletRequest request,
            Model model) {
        Access.staff(visitor, Role.OPERATOR);
        LogForm form = LogForm.of(asked);
        String page = request.getContextPath() + PAGE;
        String before = line(asked, BEFORE);
        String after = before == null ? line(asked, AFTER) : null;
        Lines found = find(form, before, after);
        List<LogLine> lines = found.lines();
        if (!lines.isEmpty()) {
            if (found.older()) {
                model.addAttribute("older", address(form, page, BEFORE, lines.get(lines.size() - 1)));
            }
            if (found.newer()) {
                model.addAttribute("newer", address(form, page, AFTER, lines.get(0)));
            }
        }
        List<InstanceReport> reports = instances.instances();
        model.addAttribute("rows", LogRow.of(lines));
        model.addAttribute("search", form);
        model.addAttribute("newest", form.address(page).build().toUriString());
        model.addAttribute("following", before == null && after == null);
        model.addAttribute("live", form.address(page + "/live").build().toUriString());
        model.addAttribute("levels", Level.values());
        model.addAttribute(
                "services",
                reports.stream().map(InstanceReport::service).distinct().toList());
        model.addAttribute(
                "instances", reports.stream().map(InstanceReport::name).toList());
        return "staff/logs";
    }

    /** What a page shows, newest first, and whether there is more on either side of it. */
    private record Lines(List<LogLine> lines, boolean older, boolean newer) {}

    private Lines find(LogForm form, @Nullable String before, @Nullable String after) {
        int size = settings.size();
        // One more than is shown says whether there is another page.
        if (after != null) {
            List<LogLine> found = book.after(form.search(), after, size + 1);
            boolean more = found.size() > size;
            return new Lines(more ? found.subList(1, found.size()) : found, true, more);
        }
        List<LogLine> found = book.newest(form.search(), before, size + 1);
        boolean more = found.size() > size;
        return new Lines(more ? found.subList(0, size) : found, more, before != null);
    }

    private static String address(LogForm form, String page, String side, LogLine line) {
        return form.address(page).queryParam(side, line.id()).build().toUriString();
    }

    /** The line that a page begins or ends at; nonsense is none. */
    private static @Nullable String line(Map<String, String> asked, String side) {
        String id = asked.getOrDefault(side, "");
        return LogLine.isId(id) ? id : null;
    }

    @GetMapping(path = PAGE + "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@AuthenticationPrincipal @Nullable Account visitor, @RequestParam Map<String, String> asked) {
        Access.staff(visitor, Role.OPERATOR);
        LiveStream stream = streams.open();
        tail.follow(stream, LogForm.of(asked).search(), line(asked, AFTER));
        return stream.emitter();
    }
}

package io.daybook.ui.audit;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.Paging;
import io.daybook.ui.pages.Times;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Shows the audit log. */
@Controller
class AuditController {

    private static final String PAGE = "/staff/operations/audit";
    private static final int SIZE = 50;

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    /** An entry as the page shows it. */
    public record Row(long number, Times at, String what, String by, String reason, String event) {}

    @GetMapping(PAGE)
    String show(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String page,
            HttpServletRequest request,
            Model model) {
        Access.staff(visitor, Role.OPERATOR);
        int index = Paging.index(page);
        AuditLog.AuditPage found = log.find(text, index, SIZE);
        model.addAttribute("text", text);
        model.addAttribute("total", found.total());
        model.addAttribute(
                "paging",
                Paging.of(
                        index,
                        (found.total() + SIZE - 1) / SIZE,
                        UriComponentsBuilder.fromPath(request.getContextPath() + PAGE)
                                .queryParam("text", "{text}")
                                .uriVariables(Map.of("text", text))));
        model.addAttribute(
                "entries",
                found.entries().stream()
                        .map(entry -> new Row(
                                entry.number(),
                                Times.of(entry.at()),
                                entry.what(),
                                entry.by(),
                                entry.reason(),
                                entry.event()))
                        .toList());
        return "staff/audit";
    }
}

package io.daybook.ui.audit;

import io.daybook.api.Require;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log, for operators' programs. */
@RestController
@RequestMapping("/api/v1/staff/operations/audit")
@Tag(name = "Staff: operations")
class AuditApi {

    private final AuditLog log;

    AuditApi(AuditLog log) {
        this.log = log;
    }

    @GetMapping
    @Operation(
            summary = "Read what operators have decided",
            description = "The newest first; `text` must occur in an entry. Pages are counted from 0. Needs OPERATOR.")
    AuditLog.AuditPage read(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Require.between("page", page, 0, 100_000);
        Require.between("size", size, 1, 200);
        return log.find(text, page, size);
    }
}

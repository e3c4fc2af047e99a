package io.daybook.ui.api;

import io.daybook.ui.inventory.SyncPanel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the views have come, for staff. */
@RestController
@RequestMapping("/api/v1/staff/views")
@Tag(name = "Staff: views")
class StaffViewApi {

    private final SyncPanel sync;

    StaffViewApi(SyncPanel sync) {
        this.sync = sync;
    }

    @GetMapping
    @Operation(summary = "See how far the views are behind the log")
    SyncPanel.Positions get() {
        return sync.now();
    }
}

package io.daybook.ui.api;

import io.daybook.api.fulfilment.FulfilmentQuery.FindStuckFulfilments;
import io.daybook.api.fulfilment.FulfilmentQuery.FulfilmentList;
import io.daybook.ui.http.BadFields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders that cannot go on by themselves, for staff. */
@RestController
@RequestMapping("/api/v1/staff/fulfilments")
@Tag(name = "Staff: fulfilments")
class StaffFulfilmentApi {

    private static final int MAX = 1_000;

    private final QueryGateway queries;

    StaffFulfilmentApi(QueryGateway queries) {
        this.queries = queries;
    }

    @GetMapping
    @Operation(summary = "List stuck fulfilments", description = "Oldest first, with the cause. Needs SUPPORT.")
    CompletableFuture<FulfilmentList> list(
            @Parameter(description = "Only `stuck` is known") @RequestParam(defaultValue = "stuck") String state,
            @RequestParam(defaultValue = "100") int limit) {
        if (!state.equals("stuck")) {
            throw new BadFields("state", "must be stuck");
        }
        if (limit < 1 || limit > MAX) {
            throw new BadFields("limit", "must be between 1 and " + MAX);
        }
        return queries.query(new FindStuckFulfilments(limit), FulfilmentList.class);
    }
}

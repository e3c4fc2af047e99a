package io.daybook.ui.levels;

import io.daybook.api.customer.Tier;
import io.daybook.api.operations.CapacityPlan;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.SetServiceLevel;
import io.daybook.api.operations.OperationsCommand.ShareCapacity;
import io.daybook.api.operations.ServiceLevel;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.http.BadFields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Service levels and capacity, for operators' programs. */
@RestController
@RequestMapping("/api/v1/staff/operations")
@Tag(name = "Staff: operations")
class LevelsApi {

    private final LevelBook book;
    private final Decisions decisions;

    LevelsApi(LevelBook book, Decisions decisions) {
        this.book = book;
        this.decisions = decisions;
    }

    record Promise(
            @Nullable Integer percent,
            @Nullable Integer millis,
            @Nullable String reason) {}

    record Plan(
            @Nullable Integer vip,
            @Nullable Integer standard,
            @Nullable Boolean automatic,
            @Nullable Integer least,
            @Nullable Integer most,
            @Nullable String reason) {}

    /** How capacity is shared, and how each tier fares where orders wait for it. */
    record Capacity(CapacityPlan plan, List<CapacityLine> lines) {}

    @GetMapping("/service-levels")
    @Operation(
            summary = "Read what orders of each tier are promised, and how far that was kept",
            description = "Within the last five minutes, the last hour and the last day. Needs OPERATOR.")
    List<TierLevel> levels() {
        return book.tiers();
    }

    @PutMapping("/service-levels/{tier}")
    @Operation(summary = "Change what orders of a tier are promised", description = """
                    Of a hundred that are confirmed, `percent` are to be so within `millis`, which is one of the bounds that \
                    `GET …/figures` tells. Needs OPERATOR and a reason.""")
    CompletableFuture<ResponseEntity<Void>> promise(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable Tier tier,
            @RequestBody Promise promise) {
        ServiceLevel level = new ServiceLevel(given("percent", promise.percent()), given("millis", promise.millis()));
        return decisions.decide(
                List.of(new SetServiceLevel(ControlsId.ALL, tier, level, text(promise.reason()), account.email())));
    }

    @GetMapping("/capacity")
    @Operation(
            summary = "Read how capacity is shared between the tiers",
            description = "With how each tier fares wherever orders wait for a place. Needs OPERATOR.")
    Capacity capacity() {
        return new Capacity(book.plan(), book.lines());
    }

    @PutMapping("/capacity")
    @Operation(summary = "Change how capacity is shared between the tiers", description = """
                    Of a hundred places, those that each tier is guaranteed; the others are open to both. When `automatic`, \
                    shares follow how long orders of each tier wait, between `least` and `most`. Needs OPERATOR and a reason.""")
    CompletableFuture<ResponseEntity<Void>> share(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account, @RequestBody Plan change) {
        CapacityPlan plan = new CapacityPlan(
                given("vip", change.vip()),
                given("standard", change.standard()),
                given("automatic", change.automatic()),
                given("least", change.least()),
                given("most", change.most()));
        return decisions.decide(
                List.of(new ShareCapacity(ControlsId.ALL, plan, text(change.reason()), account.email())));
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new BadFields(field, "must be given");
        }
        return value;
    }

    private static String text(@Nullable String reason) {
        return reason == null ? "" : reason;
    }
}

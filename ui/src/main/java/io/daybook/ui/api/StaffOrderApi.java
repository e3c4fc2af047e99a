package io.daybook.ui.api;

import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderCommand.DispatchOrder;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.FindOrderStory;
import io.daybook.api.order.OrderQuery.OrderPage;
import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderStory;
import io.daybook.api.order.OrderView;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.desk.OrderFinder;
import io.daybook.ui.http.NotThere;
import io.daybook.ui.placement.AgreedLine;
import io.daybook.ui.placement.OrderPlacement;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's orders, for staff. */
@RestController
@RequestMapping(StaffOrderApi.PATH)
@Tag(name = "Staff: orders")
class StaffOrderApi {

    static final String PATH = "/api/v1/staff/orders";

    private static final String FIND_MEANS =
            "The customer's e-mail address, the beginning of the order's id, or the code of a product in it";

    private final OrderPlacement placement;
    private final Orders orders;
    private final OrderFinder finder;
    private final QueryGateway queries;
    private final CommandGateway commands;

    StaffOrderApi(
            OrderPlacement placement,
            Orders orders,
            OrderFinder finder,
            QueryGateway queries,
            CommandGateway commands) {
        this.placement = placement;
        this.orders = orders;
        this.finder = finder;
        this.queries = queries;
        this.commands = commands;
    }

    @PostMapping
    @Operation(
            summary = "Place an order on a customer's behalf",
            description = "At prices agreed with the customer; without a customerId for a guest. Needs SUPPORT."
                    + " Answers like `POST /orders`.")
    @ApiResponse(
            responseCode = "202",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = AcceptedOrder.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Settled",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    CompletableFuture<ResponseEntity<Object>> place(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @RequestHeader(OrderApi.IDEMPOTENCY_KEY) String key,
            @RequestHeader(name = Prefer.HEADER, required = false) @Nullable List<String> prefer,
            @RequestBody OrderRequest.Agreed request) {
        OrderRequest.Checked<AgreedLine> order = request.check();
        return orders.place(
                PATH + "/",
                OrderPlacement.agreedOrderId(account, key),
                prefer,
                () -> placement.placeAgreed(
                        account, order.customer(), order.lines(), order.card(), order.shippingAddress(), key));
    }

    @GetMapping
    @Operation(summary = "Find orders", description = "Newest first; `page` counts from 0. Needs SUPPORT.")
    OrderPage find(
            @Parameter(description = FIND_MEANS) @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String customerId,
            @RequestParam(required = false) @Nullable OrderState state,
            @RequestParam(required = false) @Nullable Tier tier,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "25") int size,
            @RequestParam(defaultValue = "0") long atLeast) {
        return finder.find(new OrderFinder.Wanted(q, customerId, state, tier), page, size, atLeast);
    }

    @GetMapping("/{orderId}/story")
    @Operation(
            summary = "Get everything that happened to an order",
            description = "Every event of the order, its payment and its reservation, from the log. Needs SUPPORT.")
    CompletableFuture<OrderStory> story(@PathVariable String orderId) {
        return queries.query(new FindOrderStory(new OrderId(orderId)), OrderStory.class)
                .thenApply(story -> {
                    if (story.happenings().isEmpty()) {
                        throw new NotThere("order " + orderId);
                    }
                    return story;
                });
    }

    @GetMapping("/{orderId}")
    @Operation(summary = "Get any order")
    CompletableFuture<OrderView> get(@PathVariable String orderId, @RequestParam(defaultValue = "0") long atLeast) {
        return orders.get(new OrderId(orderId), atLeast, order -> true);
    }

    @PostMapping("/{orderId}/cancellation")
    @Operation(summary = "Cancel any order", description = "Until it is dispatched; then 409. Needs SUPPORT.")
    @ApiResponse(responseCode = "202", description = "The cancellation is in the log; what was done is being undone")
    CompletableFuture<ResponseEntity<Void>> cancel(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String orderId,
            @RequestBody OrderApi.Cancellation cancellation) {
        return send(new OrderId(orderId), cancellation.command(new OrderId(orderId), account));
    }

    @PostMapping("/{orderId}/dispatch")
    @Operation(summary = "Send an order's goods out", description = "Once it is confirmed; else 409. Needs WAREHOUSE.")
    @ApiResponse(responseCode = "202", description = "The dispatch is in the log")
    CompletableFuture<ResponseEntity<Void>> dispatch(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account, @PathVariable String orderId) {
        return send(new OrderId(orderId), new DispatchOrder(new OrderId(orderId), account.customer()));
    }

    private CompletableFuture<ResponseEntity<Void>> send(OrderId orderId, Object command) {
        return commands.<@Nullable Object>send(command)
                .thenApply(done -> ResponseEntity.accepted()
                        .location(URI.create(PATH + "/" + orderId))
                        .build());
    }
}

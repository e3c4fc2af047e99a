package io.daybook.ui.api;

import io.daybook.api.order.OrderCommand.CancelOrder;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.FindCustomerOrders;
import io.daybook.api.order.OrderQuery.OrderPage;
import io.daybook.api.order.OrderView;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.placement.OrderPlacement;
import io.daybook.ui.placement.RequestedLine;
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

/** A customer's orders. */
@RestController
@RequestMapping(OrderApi.PATH)
@Tag(name = "Orders", description = "The orders of the account that is signed in")
class OrderApi {

    static final String PATH = "/api/v1/orders";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final String KEY_MEANS =
            "Your name for this order, 1 to 200 characters. Sent again with the same content it is the same order;"
                    + " with other content it is refused with 422.";
    private static final String PREFER_MEANS =
            "`wait=10` waits up to ten seconds (at most 60) for the order to be settled.";
    private static final String AT_LEAST_MEANS =
            "A position in the log that the answer must have reached, as far as it does in a moment;"
                    + " compare with `position` in the answer.";

    private final OrderPlacement placement;
    private final Orders orders;
    private final QueryGateway queries;
    private final CommandGateway commands;

    OrderApi(OrderPlacement placement, Orders orders, QueryGateway queries, CommandGateway commands) {
        this.placement = placement;
        this.orders = orders;
        this.queries = queries;
        this.commands = commands;
    }

    @PostMapping
    @Operation(
            summary = "Place an order",
            description =
                    "At today's prices. Answers 202 once the order is in the log, or with `Prefer: wait` 200 once it"
                            + " is confirmed or rejected. 429 with Retry-After when more orders wait than should: send it"
                            + " again then, with the same key.")
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
            @Parameter(description = KEY_MEANS) @RequestHeader(IDEMPOTENCY_KEY) String key,
            @Parameter(description = PREFER_MEANS) @RequestHeader(name = Prefer.HEADER, required = false) @Nullable List<String> prefer,
            @RequestBody OrderRequest request) {
        OrderRequest.Checked<RequestedLine> order = request.check();
        return orders.place(
                PATH + "/",
                OrderPlacement.orderId(account, key),
                prefer,
                () -> placement.place(account, order.lines(), order.card(), order.shippingAddress(), key));
    }

    @GetMapping
    @Operation(summary = "List your orders", description = "Newest first.")
    CompletableFuture<OrderPage> list(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            @Parameter(description = AT_LEAST_MEANS) @RequestParam(defaultValue = "0") long atLeast) {
        return queries.query(new FindCustomerOrders(account.customerId(), page, size, atLeast), OrderPage.class);
    }

    @GetMapping("/{orderId}")
    @Operation(summary = "Get one of your orders")
    CompletableFuture<OrderView> get(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String orderId,
            @Parameter(description = AT_LEAST_MEANS) @RequestParam(defaultValue = "0") long atLeast) {
        return orders.get(
                new OrderId(orderId), atLeast, order -> account.customerId().equals(order.customerId()));
    }

    @PostMapping("/{orderId}/cancellation")
    @Operation(summary = "Cancel one of your orders", description = "Until it is dispatched; then 409.")
    @ApiResponse(responseCode = "202", description = "The cancellation is in the log; what was done is being undone")
    CompletableFuture<ResponseEntity<OrderView>> cancel(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String orderId,
            @RequestBody Cancellation cancellation) {
        OrderId id = new OrderId(orderId);
        CancelOrder command = cancellation.command(id, account);
        return orders.get(id, 0, order -> account.customerId().equals(order.customerId()))
                .thenCompose(order -> commands.<@Nullable Object>send(command))
                .thenApply(done -> ResponseEntity.accepted()
                        .location(URI.create(PATH + "/" + id))
                        .build());
    }

    /** Why an order is wanted no more. */
    record Cancellation(@Nullable String reason) {
        CancelOrder command(OrderId orderId, Account account) {
            return new CancelOrder(orderId, reason == null ? "" : reason, account.customer());
        }
    }
}

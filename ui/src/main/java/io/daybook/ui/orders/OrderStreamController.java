package io.daybook.ui.orders;

import io.daybook.api.InvalidValue;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderQuery.OrderAnswer;
import io.daybook.api.order.OrderView;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.live.OrderUpdates;
import io.daybook.ui.live.OrderWatch;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStream;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.pages.Views;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Keeps the page of an order live. */
@Controller
class OrderStreamController {

    private final Views views;
    private final FreshOrders fresh;
    private final OrderUpdates updates;
    private final LiveStreams streams;
    private final Fragments fragments;
    private final Waiting waiting;

    OrderStreamController(
            Views views,
            FreshOrders fresh,
            OrderUpdates updates,
            LiveStreams streams,
            Fragments fragments,
            Waiting waiting) {
        this.views = views;
        this.fresh = fresh;
        this.updates = updates;
        this.streams = streams;
        this.fragments = fragments;
        this.waiting = waiting;
    }

    /** An event for each state that the order comes to from now on, and first its present one. */
    @GetMapping(path = "/orders/{id}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(
            @AuthenticationPrincipal @Nullable Account visitor, @PathVariable String id, HttpServletRequest request) {
        Account account = Access.signedIn(visitor);
        OrderId orderId = orderId(id);
        Optional<OrderView> known = views.ask(new FindOrder(orderId, 0), OrderAnswer.class).order().stream()
                .findFirst();
        known.ifPresent(order -> OrderOwner.mayRead(account, order));
        if (known.isEmpty() && !fresh.justPlaced(request, orderId)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        LiveStream stream = streams.open();
        OrderWatch watch = updates.follow(
                orderId,
                order -> {
                    if (OrderOwner.owns(account, order) || known.isPresent()) {
                        stream.offer("order", () -> render(account, order));
                        if (OrderDetails.isOver(order.state())) {
                            stream.offer("over", () -> "");
                        }
                    }
                },
                stream::endSoon);
        stream.onClose(watch::close);
        return stream.emitter();
    }

    private String render(Account account, OrderView order) {
        return fragments.render(
                "orders/order",
                "status",
                Map.of(
                        "order", OrderDetails.of(order, OrderOwner.isStaff(account)),
                        "wait", waiting.text(order),
                        "own", OrderOwner.owns(account, order),
                        "mayDispatch", account.isAny(Role.WAREHOUSE, Role.OPERATOR),
                        "live", true));
    }

    private static OrderId orderId(String id) {
        try {
            return new OrderId(id);
        } catch (InvalidValue noId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, noId.getMessage(), noId);
        }
    }
}

package io.daybook.ui.orders;

import io.daybook.api.InvalidValue;
import io.daybook.api.order.OrderCommand.CancelOrder;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderQuery.OrderAnswer;
import io.daybook.api.order.OrderView;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.cart.CartLine;
import io.daybook.ui.cart.VisitorsCart;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.Notice;
import io.daybook.ui.pages.ReadPosition;
import io.daybook.ui.pages.Views;
import io.daybook.ui.stock.VisitorsStock;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One order's page, for its customer and for staff. */
@Controller
class OrderController {

    private final Views views;
    private final Commands commands;
    private final ReadPosition position;
    private final FreshOrders fresh;
    private final VisitorsCart carts;
    private final VisitorsStock stock;
    private final Waiting waiting;

    OrderController(
            Views views,
            Commands commands,
            ReadPosition position,
            FreshOrders fresh,
            VisitorsCart carts,
            VisitorsStock stock,
            Waiting waiting) {
        this.views = views;
        this.commands = commands;
        this.position = position;
        this.fresh = fresh;
        this.carts = carts;
        this.stock = stock;
        this.waiting = waiting;
    }

    @GetMapping("/orders/{id}")
    String order(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String id,
            HttpServletRequest request,
            Model model) {
        Account account = Access.signedIn(visitor);
        OrderId orderId = orderId(id);
        long atLeast = position.of(request);
        OrderAnswer answer = views.ask(new FindOrder(orderId, atLeast), OrderAnswer.class);
        Optional<OrderView> order = answer.order().stream().findFirst();
        model.addAttribute("orderId", orderId.value());
        if (order.isEmpty()) {
            if (!fresh.justPlaced(request, orderId)) {
                throw unknown();
            }
            model.addAttribute("refreshing", true);
            return "orders/awaited";
        }
        OrderOwner.mayRead(account, order.get());
        model.addAttribute("order", OrderDetails.of(order.get(), OrderOwner.isStaff(account)));
        model.addAttribute("wait", waiting.text(order.get()));
        model.addAttribute("mayDispatch", account.isAny(Role.WAREHOUSE, Role.OPERATOR));
        model.addAttribute("own", OrderOwner.owns(account, order.get()));
        boolean behind = answer.position() < atLeast;
        model.addAttribute("behind", behind);
        model.addAttribute("refreshing", behind || !order.get().state().settled());
        return "orders/order";
    }

    @PostMapping("/orders/{id}/cancellation")
    String cancel(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String id,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Account account = Access.signedIn(visitor);
        OrderView order = find(account, id);
        OrderOwner.mayCancel(account, order);
        Notice.of(
                        commands.send(new CancelOrder(order.orderId(), "No longer wanted", "customer")),
                        "Your cancellation is noted.")
                .flash(flash);
        position.advance(request);
        stock.changed(request, order.orderId());
        return "redirect:/orders/" + order.orderId();
    }

    /** Puts everything into the cart again, for an order that was not to be had or that somebody wants once more. */
    @PostMapping("/orders/{id}/again")
    String again(
            @AuthenticationPrincipal @Nullable Account visitor, @PathVariable String id, HttpServletRequest request) {
        OrderView order = find(Access.signedIn(visitor), id);
        carts.add(
                request,
                order.lines().stream()
                        .map(line -> new CartLine(line.sku(), line.quantity()))
                        .toList());
        return "redirect:/cart";
    }

    private OrderView find(Account account, String id) {
        OrderAnswer answer = views.ask(new FindOrder(orderId(id), 0), OrderAnswer.class);
        OrderView order = answer.order().stream().findFirst().orElseThrow(OrderController::unknown);
        OrderOwner.mayRead(account, order);
        return order;
    }

    private static OrderId orderId(String id) {
        try {
            return new OrderId(id);
        } catch (InvalidValue noId) {
            throw unknown();
        }
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

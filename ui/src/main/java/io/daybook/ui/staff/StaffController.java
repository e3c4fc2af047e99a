package io.daybook.ui.staff;

import io.daybook.api.InvalidValue;
import io.daybook.api.fulfilment.FulfilmentQuery.FindStuckFulfilments;
import io.daybook.api.fulfilment.FulfilmentQuery.FulfilmentList;
import io.daybook.api.order.OrderCommand.DispatchOrder;
import io.daybook.api.order.OrderCommand.RetryFulfilment;
import io.daybook.api.order.OrderId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.Notice;
import io.daybook.ui.pages.ReadPosition;
import io.daybook.ui.pages.Views;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What staff do with orders. */
@Controller
class StaffController {

    private final Views views;
    private final Commands commands;
    private final ReadPosition position;
    private final StaffSettings settings;
    private final Clock clock;

    StaffController(Views views, Commands commands, ReadPosition position, StaffSettings settings, Clock clock) {
        this.views = views;
        this.commands = commands;
        this.position = position;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/staff/fulfilments")
    String stuck(@AuthenticationPrincipal @Nullable Account visitor, HttpServletRequest request, Model model) {
        Access.staff(visitor, Role.SUPPORT, Role.OPERATOR);
        FulfilmentList stuck = views.ask(new FindStuckFulfilments(settings.stuckShown()), FulfilmentList.class);
        Instant now = clock.instant();
        model.addAttribute(
                "stuck",
                stuck.fulfilments().stream()
                        .map(fulfilment -> StuckFulfilment.of(fulfilment, now))
                        .toList());
        model.addAttribute("total", stuck.total());
        model.addAttribute("behind", stuck.position() < position.of(request));
        return "staff/fulfilments";
    }

    @PostMapping("/staff/fulfilments/{id}/retry")
    String retry(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String id,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Account account = Access.staff(visitor, Role.SUPPORT, Role.OPERATOR);
        Notice.of(
                        commands.send(new RetryFulfilment(orderId(id), account.email())),
                        "Order %s is being tried again.".formatted(id))
                .flash(flash);
        position.advance(request);
        return "redirect:/staff/fulfilments";
    }

    @PostMapping("/staff/orders/{id}/dispatch")
    String dispatch(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean story,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Account account = Access.staff(visitor, Role.WAREHOUSE, Role.OPERATOR);
        OrderId orderId = orderId(id);
        Notice.of(commands.send(new DispatchOrder(orderId, account.email())), "The order leaves the warehouse.")
                .flash(flash);
        position.advance(request);
        return (story ? "redirect:/staff/orders/" : "redirect:/orders/") + orderId;
    }

    private static OrderId orderId(String id) {
        try {
            return new OrderId(id);
        } catch (InvalidValue noId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, noId.getMessage(), noId);
        }
    }
}

package io.daybook.ui.staff;

import io.daybook.api.InvalidValue;
import io.daybook.api.order.OrderCommand.DispatchOrder;
import io.daybook.api.order.OrderId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.Notice;
import io.daybook.ui.pages.ReadPosition;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What staff do with orders. */
@Controller
class StaffController {

    private final Commands commands;
    private final ReadPosition position;

    StaffController(Commands commands, ReadPosition position) {
        this.commands = commands;
        this.position = position;
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

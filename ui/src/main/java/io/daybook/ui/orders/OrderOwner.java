package io.daybook.ui.orders;

import io.daybook.api.order.OrderView;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Whose an order is: its customer sees and cancels it, staff see it. For everybody else there is no such order. */
final class OrderOwner {

    private OrderOwner() {}

    static boolean owns(Account account, OrderView order) {
        return account.customerId().equals(order.customerId());
    }

    static boolean isStaff(Account account) {
        return account.isAny(Role.SUPPORT, Role.WAREHOUSE, Role.OPERATOR);
    }

    /** Staff cancel at their own desk, where they say why. */
    static void mayCancel(Account account, OrderView order) {
        if (!owns(account, order)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    static void mayRead(Account account, OrderView order) {
        if (!owns(account, order) && !isStaff(account)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}

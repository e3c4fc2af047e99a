package io.daybook.ui.orders;

import io.daybook.api.order.OrderView;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Who may see an order: its customer and staff. For everybody else there is no such order. */
final class OrderOwner {

    private OrderOwner() {}

    static boolean owns(Account account, OrderView order) {
        return account.customerId().equals(order.customerId());
    }

    static boolean isStaff(Account account) {
        return account.isAny(Role.SUPPORT, Role.WAREHOUSE, Role.OPERATOR);
    }

    static void mayRead(Account account, OrderView order) {
        if (!owns(account, order) && !isStaff(account)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}

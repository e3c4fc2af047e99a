package io.daybook.ui.orders;

import io.daybook.api.order.OrderId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * The order that a visitor placed last, kept in the session: as long as the view does not know it yet, its page says that
 * it is on its way and not that there is none.
 */
public final class FreshOrders {

    private static final String ATTRIBUTE = "daybook.placed";

    public void placed(HttpServletRequest request, OrderId order) {
        request.getSession().setAttribute(ATTRIBUTE, order.value());
    }

    boolean justPlaced(HttpServletRequest request, OrderId order) {
        HttpSession session = request.getSession(false);
        return session != null && order.value().equals(session.getAttribute(ATTRIBUTE));
    }
}

package io.daybook.ui.orders;

import io.daybook.api.order.OrderId;
import io.daybook.ui.pages.FramePart;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.ui.ModelMap;

/**
 * The order that a visitor sent last, kept in the session: as long as the view does not know it yet, its page says that it is
 * on its way, or that nobody knows whether it is, and not that there is none.
 */
public final class FreshOrders implements FramePart {

    private static final String SENT = "daybook.placed";
    private static final String UNANSWERED = "daybook.unanswered";

    public void placed(HttpServletRequest request, OrderId order) {
        HttpSession session = request.getSession();
        session.setAttribute(SENT, order.value());
        session.removeAttribute(UNANSWERED);
    }

    /** The order was sent, and no answer came in time. */
    public void unanswered(HttpServletRequest request, OrderId order) {
        HttpSession session = request.getSession();
        session.setAttribute(SENT, order.value());
        session.setAttribute(UNANSWERED, order.value());
    }

    boolean justPlaced(HttpServletRequest request, OrderId order) {
        return isNamed(request, SENT, order.value());
    }

    @Override
    public void contribute(HttpServletRequest request, ModelMap model) {
        if (model.get("orderId") instanceof String order) {
            model.addAttribute("unanswered", isNamed(request, UNANSWERED, order));
        }
    }

    private static boolean isNamed(HttpServletRequest request, String attribute, String order) {
        HttpSession session = request.getSession(false);
        return session != null && order.equals(session.getAttribute(attribute));
    }
}

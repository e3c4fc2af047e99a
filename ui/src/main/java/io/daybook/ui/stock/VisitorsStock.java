package io.daybook.ui.stock;

import io.daybook.api.catalog.Sku;
import io.daybook.api.operations.StockConsistency;
import io.daybook.api.order.OrderId;
import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.pages.ReadPosition;
import io.daybook.ui.pages.Views;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Stock for whoever is asking, as fresh as operators want it to be shown. */
public final class VisitorsStock {

    private static final String OPEN = "daybook.stock.order";

    private final StockReads reads;
    private final DecidedControls controls;
    private final ReadPosition position;

    VisitorsStock(StockReads reads, DecidedControls controls, ReadPosition position) {
        this.reads = reads;
        this.controls = controls;
        this.position = position;
    }

    /** How fresh the shop's stock is to be now. */
    public StockConsistency consistency() {
        return controls.now().stockConsistency();
    }

    /**
     * The stock of these products for the visitor whose request this thread serves; without one, as the view has it. Throws
     * {@link io.daybook.ui.pages.ViewUnavailable} when there is no answer in time.
     */
    public ShownStock of(Set<Sku> skus, Duration within) {
        HttpServletRequest request = request();
        if (request == null) {
            return Views.await(skus, reads.read(skus, StockConsistency.EVENTUAL, () -> OwnWrites.NONE), within);
        }
        ShownStock stock = Views.await(skus, reads.read(skus, consistency(), () -> own(request)), within);
        if (stock.own().open() == null && stock.own().position() > 0) {
            settled(request, stock.own().position());
        }
        return stock;
    }

    /** What this visitor has done. */
    public OwnWrites own(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? OwnWrites.NONE
                : new OwnWrites(
                        position.of(request),
                        session.getAttribute(OPEN) instanceof String order ? new OrderId(order) : null);
    }

    /** This visitor has just placed the order, or asked for something that changes what it takes from the stock. */
    public void changed(HttpServletRequest request, OrderId order) {
        request.getSession().setAttribute(OPEN, order.value());
    }

    private void settled(HttpServletRequest request, long reached) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(OPEN) != null) {
            session.removeAttribute(OPEN);
            position.advance(request, reached);
        }
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }
}

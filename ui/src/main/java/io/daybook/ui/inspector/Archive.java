package io.daybook.ui.inspector;

import io.daybook.api.customer.CustomerId;
import io.daybook.api.history.Causation;
import io.daybook.api.history.EventFilter;
import io.daybook.api.history.HistoryQuery.EventDetail;
import io.daybook.api.history.HistoryQuery.FindCauses;
import io.daybook.api.history.HistoryQuery.FindEvent;
import io.daybook.api.history.HistoryQuery.FindEvents;
import io.daybook.api.history.HistoryQuery.FindStateAsOf;
import io.daybook.api.history.HistoryQuery.FindStreamEvents;
import io.daybook.api.history.HistoryQuery.LogPage;
import io.daybook.api.history.HistoryQuery.StreamPage;
import io.daybook.api.history.StateAsOf;
import io.daybook.api.inventory.ReservationId;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.FindCustomerOrders;
import io.daybook.api.order.OrderQuery.OrderPage;
import io.daybook.api.payment.PaymentId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.pages.Views;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the log. */
final class Archive {

    private final Views views;
    private final InspectorSettings settings;

    Archive(Views views, InspectorSettings settings) {
        this.views = views;
        this.settings = settings;
    }

    /**
     * Whether somebody sees names and addresses without being asked why: support, whose work it is. Not an account that may
     * do everything else as well: it is the one to be careful with.
     */
    static boolean seesPersonalData(Account account) {
        return account.isAny(Role.SUPPORT) && !account.isAny(Role.OPERATOR);
    }

    LogPage events(FindEvents query) {
        return views.ask(query, LogPage.class, settings.within());
    }

    StreamPage events(FindStreamEvents query) {
        return views.ask(query, StreamPage.class, settings.within());
    }

    EventDetail event(@Nullable String stream, long number, boolean personal) {
        return views.ask(new FindEvent(stream, number, personal), EventDetail.class, settings.within());
    }

    Causation causes(String stream, @Nullable Long number) {
        return views.ask(new FindCauses(stream, number), Causation.class, settings.within());
    }

    StateAsOf state(FindStateAsOf query) {
        return views.ask(query, StateAsOf.class, settings.within());
    }

    /** The streams that tell of an order. */
    static List<String> streamsOf(OrderId order) {
        return List.of(
                order.value(),
                PaymentId.of(order).value(),
                ReservationId.of(order).value());
    }

    /**
     * The streams that tell of a customer and of some of her orders, the newest.
     *
     * @param page  of orders, from 0 on
     * @param total how many orders she has
     */
    record CustomerStreams(List<String> streams, int page, long total, int size) {
        boolean more() {
            return (page + 1L) * size < total;
        }
    }

    CustomerStreams streamsOf(CustomerId customer, int page) {
        OrderPage orders = views.ask(new FindCustomerOrders(customer, page, settings.orders(), 0), OrderPage.class);
        List<String> streams = new ArrayList<>();
        if (page == 0) {
            streams.add(customer.stream());
        }
        orders.orders().forEach(order -> streams.addAll(streamsOf(order.orderId())));
        if (streams.isEmpty()) {
            streams.add(customer.stream());
        }
        return new CustomerStreams(streams, page, orders.total(), settings.orders());
    }

    /** Events of these streams that a filter means, newest first. */
    StreamPage events(List<String> streams, EventFilter filter, @Nullable Long before, int size, boolean personal) {
        return events(new FindStreamEvents(streams, filter, before, size, personal));
    }
}

package io.daybook.query.orders;

import io.daybook.api.order.OrderQuery.CustomerTotals;
import io.daybook.api.order.OrderState;
import io.daybook.query.projection.Amount;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Adds up a customer's orders. */
final class Totals {

    private long orders;
    private long confirmed;
    private final Map<CurrencyUnit, Money> spent = new TreeMap<>();

    void add(Document order) {
        orders++;
        OrderState state = OrderState.valueOf(order.getString(OrderDocument.STATE));
        if (state == OrderState.CONFIRMED || state == OrderState.DISPATCHED) {
            confirmed++;
            Money total = Amount.read(order.get(OrderDocument.TOTAL, Document.class));
            spent.merge(total.getCurrencyUnit(), total, Money::plus);
        }
    }

    CustomerTotals answer(long position) {
        return new CustomerTotals(orders, confirmed, List.copyOf(spent.values()), position);
    }
}

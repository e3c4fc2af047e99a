package io.daybook.ui.desk;

import io.daybook.api.customer.CustomerId;
import io.daybook.api.order.OrderView;
import io.daybook.ui.orders.OrderDetails;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order in a list for staff.
 *
 * @param customer whose it is; null for a guest's
 */
public record FoundOrder(
        OrderDetails order,
        @Nullable String customerId,
        @Nullable String customer,
        String tier,
        int units) {

    static FoundOrder of(OrderView order, Map<CustomerId, String> emails) {
        CustomerId customer = order.customerId();
        return new FoundOrder(
                OrderDetails.of(order, true),
                customer == null ? null : customer.value(),
                customer == null ? null : CustomerDirectory.called(customer, emails),
                TierText.of(order.tier()),
                order.lines().stream().mapToInt(line -> line.quantity()).sum());
    }
}

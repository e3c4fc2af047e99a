package io.daybook.ui.inspector;

import io.daybook.api.catalog.CatalogEvent;
import io.daybook.api.customer.CustomerEvent;
import io.daybook.api.inventory.ReservationEvent;
import io.daybook.api.inventory.StockEvent;
import io.daybook.api.operations.OperationsEvent;
import io.daybook.api.order.OrderEvent;
import io.daybook.api.payment.PaymentEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The names of all events that this version knows. */
final class EventNames {

    static final List<String> ALL = Stream.of(
                    OrderEvent.class,
                    PaymentEvent.class,
                    ReservationEvent.class,
                    StockEvent.class,
                    CatalogEvent.class,
                    CustomerEvent.class,
                    OperationsEvent.class)
            .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
            .map(Class::getSimpleName)
            .sorted()
            .toList();

    private EventNames() {}
}

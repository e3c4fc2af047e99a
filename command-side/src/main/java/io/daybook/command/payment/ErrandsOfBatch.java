package io.daybook.command.payment;

import io.daybook.api.payment.PaymentId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What one batch of events opens and closes; kept with the batch's unit of work. */
final class ErrandsOfBatch {

    private final Map<PaymentId, Errand> opened = new LinkedHashMap<>();
    private final Set<PaymentId> closed = new HashSet<>();

    static ErrandsOfBatch of(UnitOfWork<?> batch) {
        return batch.root().getOrComputeResource(ErrandsOfBatch.class.getName(), key -> new ErrandsOfBatch());
    }

    /** Replaces what was open for this payment before. */
    void open(Errand errand) {
        PaymentId id = errand.intent().paymentId();
        close(id);
        opened.put(id, errand);
    }

    void close(PaymentId id) {
        opened.remove(id);
        closed.add(id);
    }

    /** Errands that this batch opened and did not close, in the order of their intents. */
    Map<PaymentId, Errand> opened() {
        return opened;
    }

    /** Payments whose errands of earlier batches are closed or replaced. */
    Set<PaymentId> closed() {
        return closed;
    }
}

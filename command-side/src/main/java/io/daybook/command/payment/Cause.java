package io.daybook.command.payment;

import io.daybook.api.customer.Tier;
import io.daybook.api.payment.PaymentCommand;
import io.daybook.api.payment.PaymentId;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The event that an errand is run for, as what it hands on to messages that it causes. Kept from when the event was
 * handled: errands end on threads of their own, long after.
 */
record Cause(MetaData handedOn, @Nullable String instance) {

    private static final String INSTANCE = "instance";

    private static final String TRACE = "traceId";
    private static final String TRACE_PARENT = "traceparent";
    private static final int TRACE_BEGINS = 3;
    private static final int TRACE_ENDS = 35;

    /** The event that is being handled on this thread. */
    static Cause present() {
        return new Cause(CurrentUnitOfWork.correlationData(), MDC.get(INSTANCE));
    }

    /** By which the errand is treated where errands wait. */
    Tier tier() {
        return Tier.VIP.name().equals(handedOn.get(Tier.METADATA)) ? Tier.VIP : Tier.STANDARD;
    }

    CommandMessage<?> of(PaymentCommand command) {
        return new GenericCommandMessage<>(command, handedOn);
    }

    /** Writes log lines that name the order, the trace and the instance that handled the event. */
    void log(PaymentId payment, Runnable lines) {
        try (MDC.MDCCloseable order =
                        MDC.putCloseable("orderId", payment.orderId().value());
                MDC.MDCCloseable trace = MDC.putCloseable(TRACE, trace());
                MDC.MDCCloseable running = MDC.putCloseable(INSTANCE, instance)) {
            lines.run();
        }
    }

    private String trace() {
        return handedOn.get(TRACE_PARENT) instanceof String parent && parent.length() >= TRACE_ENDS
                ? parent.substring(TRACE_BEGINS, TRACE_ENDS)
                : String.valueOf(handedOn.getOrDefault(TRACE, ""));
    }
}

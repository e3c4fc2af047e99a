package io.daybook.observability;

import io.micrometer.core.instrument.FunctionCounter;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Around the handling of every event by one processor: counts it, names its order in log lines, and the processor in its span. */
final class ObservedEvents implements MessageHandlerInterceptor<EventMessage<?>> {

    private final String processor;
    private final LogFields logFields;
    private final LongAdder handled = new LongAdder();

    ObservedEvents(String processor, LogFields logFields, Meters meters) {
        this.processor = processor;
        this.logFields = logFields;
        FunctionCounter.builder("daybook.processor.events", handled, LongAdder::sum)
                .tag("processor", processor)
                .tags(List.of(meters.instance()))
                .description("Events given to a processor's handlers; those of a batch that is tried again count again")
                .register(meters.registry());
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        EventMessage<?> event = unitOfWork.getMessage();
        handled.increment();
        Span span = Span.current();
        if (span.isRecording()) {
            span.updateName(processor + " " + event.getPayloadType().getSimpleName());
            span.setAttribute("daybook.processor", processor);
        }
        logFields.mark();
        LogFields.Set fields = logFields.setFor(event);
        try {
            return chain.proceed();
        } finally {
            if (fields != null) {
                fields.close();
            }
        }
    }
}

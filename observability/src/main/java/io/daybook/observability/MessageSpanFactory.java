package io.daybook.observability;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.Span;
import org.axonframework.tracing.SpanAttributesProvider;
import org.axonframework.tracing.SpanFactory;

/**
 * Makes Axon's spans with OpenTelemetry. A message carries the span that it was sent in as {@code traceparent} in its
 * metadata, so a trace goes on wherever the message is handled: on another thread, on another machine, or by whoever reads
 * the event in the log.
 */
final class MessageSpanFactory implements SpanFactory {

    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final Tracer tracer;
    private final List<SpanAttributesProvider> attributes = new CopyOnWriteArrayList<>();

    MessageSpanFactory(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public Span createRootTrace(Supplier<String> operation) {
        return new MessageSpan(tracer.spanBuilder(operation.get()).setNoParent());
    }

    /**
     * A child of the span that the message was sent in. An event that was not sent in one, or that Axon does not take for a
     * child because it is old, is handled without a span: a view that is rebuilt is not part of anybody's click.
     */
    @Override
    public Span createHandlerSpan(
            Supplier<String> operation, Message<?> parent, boolean isChildTrace, Message<?>... linkedParents) {
        if (parent instanceof EventMessage<?> && !(isChildTrace && sentInSpan(parent))) {
            return NoOpSpanFactory.NoOpSpan.INSTANCE;
        }
        return new MessageSpan(
                builder(operation, parent, SpanKind.CONSUMER).setParent(sentIn(parent, Context.current())));
    }

    /** A child of the present span; where there is none, of the one that the cause of the message was sent in. */
    @Override
    public Span createDispatchSpan(Supplier<String> operation, Message<?> message, Message<?>... linkedSiblings) {
        return new MessageSpan(builder(operation, message, SpanKind.PRODUCER).setParent(presentOrCause(message)));
    }

    @Override
    public Span createInternalSpan(Supplier<String> operation) {
        // What has no parent and concerns no message is the framework's own business.
        return inSpan() ? new MessageSpan(tracer.spanBuilder(operation.get())) : NoOpSpanFactory.NoOpSpan.INSTANCE;
    }

    @Override
    public Span createInternalSpan(Supplier<String> operation, Message<?> message) {
        return new MessageSpan(builder(operation, message, SpanKind.INTERNAL).setParent(presentOrCause(message)));
    }

    @Override
    public void registerSpanAttributeProvider(SpanAttributesProvider provider) {
        attributes.add(provider);
    }

    @Override
    @SuppressWarnings("unchecked") // a message with other metadata is of its own type
    public <M extends Message<?>> M propagateContext(M message) {
        Map<String, String> present = new HashMap<>(2);
        W3C.inject(Context.current(), present, (carrier, key, value) -> {
            if (carrier != null) {
                carrier.put(key, value);
            }
        });
        return present.isEmpty() ? message : (M) message.andMetaData(present);
    }

    private SpanBuilder builder(Supplier<String> operation, Message<?> message, SpanKind kind) {
        String name = operation.get() + " " + message.getPayloadType().getSimpleName();
        SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(kind);
        attributes.forEach(provider -> provider.provideForMessage(message).forEach(builder::setAttribute));
        String order = Subject.orderIn(message);
        return order == null ? builder : builder.setAttribute("daybook.order", order);
    }

    private static Context presentOrCause(Message<?> message) {
        return inSpan() ? Context.current() : sentIn(message, Context.current());
    }

    private static boolean inSpan() {
        return io.opentelemetry.api.trace.Span.current().getSpanContext().isValid();
    }

    private static boolean sentInSpan(Message<?> message) {
        return message.getMetaData().containsKey(Origin.TRACE_PARENT);
    }

    private static Context sentIn(Message<?> message, Context otherwise) {
        return sentInSpan(message) ? W3C.extract(otherwise, message, MetaDataGetter.INSTANCE) : otherwise;
    }
}

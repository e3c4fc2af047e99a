package io.daybook.observability;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import org.axonframework.tracing.Span;
import org.axonframework.tracing.SpanScope;

/** A span as Axon sees it; nothing until it is started, and after it has ended. */
final class MessageSpan implements Span {

    private final SpanBuilder builder;
    private io.opentelemetry.api.trace.Span span = io.opentelemetry.api.trace.Span.getInvalid();

    MessageSpan(SpanBuilder builder) {
        this.builder = builder;
    }

    @Override
    public Span start() {
        span = builder.startSpan();
        return this;
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // whoever calls this closes it
    public SpanScope makeCurrent() {
        Scope scope = span.makeCurrent();
        return scope::close;
    }

    @Override
    public void end() {
        span.end();
    }

    @Override
    public Span recordException(Throwable failure) {
        span.recordException(failure);
        // A refusal is an answer. What has failed is left to whoever looks at the trace to find.
        if (Outcome.of(failure) == Outcome.FAILED) {
            span.setStatus(StatusCode.ERROR, failure.toString());
        }
        return this;
    }

    @Override
    public Span addAttribute(String key, String value) {
        builder.setAttribute(key, value);
        span.setAttribute(key, value);
        return this;
    }
}

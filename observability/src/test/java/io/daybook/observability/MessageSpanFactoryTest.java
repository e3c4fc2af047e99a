package io.daybook.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.order.OrderCommand.ConfirmOrder;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.tracing.Span;
import org.axonframework.tracing.SpanScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MessageSpanFactoryTest {

    private static final OrderId ORDER = new OrderId("5f0c1c7a-6a40-4a2c-9b3e-3f6f3a1d2b4c");
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final Map<String, String> SENT_IN_SPAN =
            Map.of("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");

    private final InMemorySpanExporter finished = InMemorySpanExporter.create();
    private final SdkTracerProvider telemetry = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(finished))
            .build();
    private final MessageSpanFactory spans = new MessageSpanFactory(telemetry.get("test"));

    @AfterEach
    void close() {
        telemetry.close();
    }

    private static EventMessage<?> event(Map<String, String> metaData) {
        return new GenericEventMessage<>(new OrderConfirmed(ORDER), metaData);
    }

    private static Message<?> command(Map<String, String> metaData) {
        return new GenericCommandMessage<>(new ConfirmOrder(ORDER), metaData);
    }

    private List<SpanData> run(Span span) {
        span.run(() -> {});
        return finished.getFinishedSpanItems();
    }

    @Test
    void a_message_is_handled_in_the_trace_that_it_was_sent_in() {
        List<SpanData> made = run(spans.createHandlerSpan(() -> "handle", event(SENT_IN_SPAN), true));

        assertThat(made).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("handle OrderConfirmed");
            assertThat(span.getTraceId()).isEqualTo(TRACE);
            assertThat(span.getAttributes().asMap().toString()).contains(ORDER.value());
        });
    }

    @Test
    void an_event_that_is_old_or_of_no_trace_is_handled_without_a_span() {
        run(spans.createHandlerSpan(() -> "handle", event(SENT_IN_SPAN), false));

        assertThat(run(spans.createHandlerSpan(() -> "handle", event(Map.of()), true)))
                .isEmpty();
    }

    @Test
    void a_command_that_is_sent_long_after_its_cause_was_handled_still_belongs_to_its_trace() {
        List<SpanData> made = run(spans.createDispatchSpan(() -> "dispatch", command(SENT_IN_SPAN)));

        assertThat(made).singleElement().extracting(SpanData::getTraceId).isEqualTo(TRACE);
    }

    @Test
    void a_message_takes_the_present_span_along() {
        Span span =
                spans.createDispatchSpan(() -> "dispatch", command(Map.of())).start();
        Message<?> sent;
        try (SpanScope scope = span.makeCurrent()) {
            sent = spans.propagateContext(command(SENT_IN_SPAN));
        }
        span.end();

        SpanData made = finished.getFinishedSpanItems().get(0);
        assertThat((String) sent.getMetaData().get("traceparent"))
                .startsWith("00-%s-%s-".formatted(made.getTraceId(), made.getSpanId()));
    }

    @Test
    void a_refusal_is_no_error_of_the_span_and_a_failure_is() {
        Span refused =
                spans.createDispatchSpan(() -> "refused", command(Map.of())).start();
        refused.recordException(new CommandRefused(Refusal.Code.CONFLICT, "no")).end();
        Span failed =
                spans.createDispatchSpan(() -> "failed", command(Map.of())).start();
        failed.recordException(new IllegalStateException("broken")).end();

        assertThat(finished.getFinishedSpanItems())
                .extracting(span -> span.getStatus().getStatusCode())
                .containsExactly(StatusCode.UNSET, StatusCode.ERROR);
    }
}

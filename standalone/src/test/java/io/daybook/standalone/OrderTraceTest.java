package io.daybook.standalone;

import static io.daybook.standalone.Api.APPROVED_CARD;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One order's trace, from the click to the views. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderTraceTest {

    private static final String PRODUCT = "KIT-001";
    private static final String CLICK = "http post /api/v1/orders";

    /** Each view comes to an event in its own time, so the last event is not the last span. */
    private static final List<String> STATIONS = List.of(
            CLICK,
            "CommandBus.handleCommand PlaceOrder",
            "EventBus.publishEvent OrderPlaced",
            "fulfilment OrderPlaced",
            "CommandBus.handleCommand AuthorizePayment",
            "payment-gateway PaymentRequested",
            "CommandBus.handleCommand RecordAuthorization",
            "fulfilment PaymentAuthorized",
            "CommandBus.handleCommand ReserveStock",
            "stock UnitsReserved",
            "CommandBus.handleCommand ConfirmOrder",
            "EventBus.publishEvent OrderConfirmed",
            "orders OrderConfirmed");

    @TempDir
    private static Path data;

    private static Platform platform;
    private static Overheard overheard;
    private static List<SpanData> trace;

    @BeforeAll
    static void order() throws Exception {
        platform = Platform.start(
                data,
                "--management.tracing.enabled=true",
                "--management.tracing.sampling.probability=1",
                "--spring.main.sources=" + SpansInMemory.class.getName());
        overheard = Overheard.at(platform);
        Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);

        assertThat(customer.order(PRODUCT, 1, APPROVED_CARD).text("state")).isEqualTo("CONFIRMED");

        await().atMost(Duration.ofSeconds(60)).until(() -> {
            trace = spansOfTheClick();
            return names().contains("fulfilments OrderConfirmed")
                    && names().containsAll(STATIONS)
                    && spansWithoutTheirParent().isEmpty();
        });
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static List<SpanData> spansOfTheClick() {
        platform.bean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
        List<SpanData> all = platform.bean(InMemorySpanExporter.class).getFinishedSpanItems();
        return all.stream()
                .filter(span -> span.getName().equals(CLICK))
                .findFirst()
                .map(click -> all.stream()
                        .filter(span -> span.getTraceId().equals(click.getTraceId()))
                        .toList())
                .orElse(List.of());
    }

    /** One that has ended may be there before the one that it belongs to. */
    private static List<SpanData> spansWithoutTheirParent() {
        Set<String> ids = trace.stream().map(SpanData::getSpanId).collect(toSet());
        return trace.stream()
                .filter(span -> !span.getName().equals(CLICK) && !ids.contains(span.getParentSpanId()))
                .toList();
    }

    private static List<String> names() {
        return trace.stream().map(SpanData::getName).toList();
    }

    @Test
    void the_trace_goes_from_the_click_through_command_saga_and_payment_to_the_views() {
        assertThat(names()).containsAll(STATIONS);
    }

    @Test
    void every_span_but_the_click_has_its_parent_in_the_trace() {
        assertThat(spansWithoutTheirParent()).isEmpty();
    }

    @Test
    void the_trace_is_one_of_the_order_alone() {
        assertThat(trace)
                .filteredOn(span -> span.getName().equals("CommandBus.handleCommand PlaceOrder"))
                .hasSize(1);
        assertThat(trace.size()).isBetween(50, 400);
    }

    @Test
    void the_log_says_which_trace_an_event_belongs_to() {
        String traceId = trace.get(0).getTraceId();
        var placed = overheard.commands().values().stream()
                .filter(command -> command.getPayloadType().getSimpleName().equals("PlaceOrder"))
                .findFirst()
                .orElseThrow();

        assertThat(overheard.eventsOf(placed.getIdentifier()))
                .hasSize(8)
                .allSatisfy(event -> assertThat((String) event.getMetaData().get("traceparent"))
                        .startsWith("00-" + traceId));
    }
}

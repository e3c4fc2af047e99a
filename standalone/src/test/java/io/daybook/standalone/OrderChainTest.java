package io.daybook.standalone;

import static io.daybook.standalone.Api.APPROVED_CARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.order.OrderCommand.PlaceOrder;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the messages of one order hang together, and what is counted of it, as the platform comes: without traces. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderChainTest {

    private static final String PRODUCT = "KIT-001";
    private static final String CAUSE = "correlationId";
    private static final String FIRST = "traceId";
    private static final Pattern OUR_METER = Pattern.compile("daybook_[a-z_]+");

    @TempDir
    private static Path data;

    private static Platform platform;
    private static Overheard overheard;
    private static PlaceOrderSent placed;
    private static List<EventMessage<?>> events;

    private record PlaceOrderSent(CommandMessage<?> message) {}

    @BeforeAll
    static void order() throws Exception {
        platform = Platform.start(data);
        overheard = Overheard.at(platform);
        Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);

        assertThat(customer.order(PRODUCT, 1, APPROVED_CARD).text("state")).isEqualTo("CONFIRMED");

        placed = new PlaceOrderSent(overheard.commands().values().stream()
                .filter(command -> command.getPayload() instanceof PlaceOrder)
                .findFirst()
                .orElseThrow());
        events = overheard.eventsOf(placed.message().getIdentifier());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void all_events_of_an_order_know_the_command_that_everything_began_with() {
        assertThat(Overheard.names(events))
                .containsExactly(
                        "OrderPlaced",
                        "PaymentRequested",
                        "PaymentAuthorized",
                        "UnitsReserved",
                        "StockReserved",
                        "CaptureRequested",
                        "PaymentCaptured",
                        "OrderConfirmed");
    }

    @Test
    void an_event_is_caused_by_the_command_that_produced_it() {
        Map<String, CommandMessage<?>> commands = overheard.commands();

        assertThat(events)
                .allSatisfy(event -> assertThat(commands)
                        .containsKey((String) event.getMetaData().get(CAUSE)));
        assertThat(events.stream()
                        .map(event -> commands.get((String) event.getMetaData().get(CAUSE))
                                .getPayloadType()
                                .getSimpleName()))
                .containsExactly(
                        "PlaceOrder",
                        "AuthorizePayment",
                        "RecordAuthorization",
                        "ReserveStock",
                        "ReserveStock",
                        "CapturePayment",
                        "RecordCapture",
                        "ConfirmOrder");
    }

    @Test
    void a_command_of_the_saga_or_the_payment_gateway_is_caused_by_an_event() {
        Map<String, EventMessage<?>> byId = events.stream().collect(Collectors.toMap(Message::getIdentifier, e -> e));
        Map<String, String> causes = overheard.commands().values().stream()
                .filter(command -> !command.equals(placed.message()))
                .filter(command -> placed.message()
                        .getIdentifier()
                        .equals(command.getMetaData().get(FIRST)))
                .collect(Collectors.toMap(
                        command -> command.getPayloadType().getSimpleName(),
                        command -> byId.get((String) command.getMetaData().get(CAUSE))
                                .getPayloadType()
                                .getSimpleName()));

        assertThat(causes)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "AuthorizePayment", "OrderPlaced",
                        "RecordAuthorization", "PaymentRequested",
                        "ReserveStock", "PaymentAuthorized",
                        "CapturePayment", "StockReserved",
                        "RecordCapture", "CaptureRequested",
                        "ConfirmOrder", "PaymentCaptured"));
    }

    @Test
    void nothing_is_traced_unless_somebody_asks_for_it() {
        assertThat(platform.bean(SpanFactory.class)).isSameAs(NoOpSpanFactory.INSTANCE);
        assertThat(events).allSatisfy(event -> assertThat(event.getMetaData()).doesNotContainKey("traceparent"));
    }

    @Test
    void what_became_of_the_order_is_counted() {
        MeterRegistry meters = platform.bean(MeterRegistry.class);

        assertThat(meters.get("daybook.orders")
                        .tag("outcome", "placed")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("daybook.orders")
                        .tag("outcome", "confirmed")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("daybook.order.confirmation")
                        .tag("tier", "STANDARD")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("daybook.commands")
                        .tags("command", "PlaceOrder", "outcome", "done")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("resilience4j.circuitbreaker.state").gauges()).isNotEmpty();
        for (String processor :
                List.of("fulfilment", "payment-gateway", "catalogue", "stock", "orders", "customers", "fulfilments")) {
            await(processor + " is at the head of the log")
                    .until(() -> meters.get("daybook.processor.lag").tag("processor", processor).gauges().stream()
                            .anyMatch(lag -> lag.value() == 0));
        }
    }

    @Test
    void operators_and_nobody_else_can_scrape_the_meters() throws Exception {
        HttpResponse<String> refused = scrape(HttpRequest.newBuilder());

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(scrape())
                .contains(
                        "daybook_commands_seconds_count{",
                        "daybook_queries_seconds_count{",
                        "daybook_processor_lag{",
                        "daybook_processor_events_total{",
                        "daybook_fulfilments{",
                        "daybook_order_confirmation_seconds_bucket{",
                        "daybook_orders_total{",
                        "daybook_book_events_total",
                        "mongodb_driver_commands_seconds_count{",
                        "resilience4j_circuitbreaker_state{",
                        "resilience4j_bulkhead_available_concurrent_calls{");
    }

    @Test
    void every_meter_of_ours_that_alerts_and_dashboards_ask_for_can_be_scraped() throws Exception {
        Set<String> asked = new TreeSet<>();
        for (String file : List.of("alerts.yml", "grafana/dashboards/daybook.json")) {
            OUR_METER
                    .matcher(Files.readString(Path.of("../monitoring", file)))
                    .results()
                    // Where there are buckets there is a count; docker-compose.yml alone asks for buckets of every
                    // timer.
                    .forEach(name -> asked.add(name.group().replaceFirst("_bucket$", "_count")));
        }
        assertThat(asked).hasSizeGreaterThan(10);

        for (String meter : asked) {
            await(meter).untilAsserted(() -> assertThat(scrape()).containsPattern("(?m)^" + meter + "[ {]"));
        }
    }

    private String scrape() throws Exception {
        String operator = Base64.getEncoder()
                .encodeToString(
                        (Platform.OPERATOR + ":" + Platform.OPERATOR_PASSWORD).getBytes(StandardCharsets.UTF_8));
        return scrape(HttpRequest.newBuilder().header("Authorization", "Basic " + operator))
                .body();
    }

    private HttpResponse<String> scrape(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        request.uri(URI.create(platform.url() + "/actuator/prometheus"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}

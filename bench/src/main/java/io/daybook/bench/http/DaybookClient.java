package io.daybook.bench.http;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The calls of the REST API that this program makes. One thread at a time; each call throws when there is no answer. */
public final class DaybookClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] NOTHING = new byte[0];

    private final HttpConnection connection;
    private final Map<String, String> plain;

    DaybookClient(Session session) {
        connection = new HttpConnection(session.url(), session.timeout());
        plain = Map.of("Authorization", "Bearer " + session.token(), "Accept", "application/json");
    }

    /** Places an order of one's own and waits up to so many seconds until it is settled. */
    public OrderAnswer placeOrder(String key, OrderRequest order, int waitSeconds) throws IOException {
        return OrderAnswer.of(post("/api/v1/orders", key, waitSeconds, JSON.writeValueAsBytes(order)));
    }

    /** Places an order on a customer's or guest's behalf and waits up to so many seconds until it is settled. */
    public OrderAnswer placeStaffOrder(String key, OrderRequest order, int waitSeconds) throws IOException {
        return OrderAnswer.of(post("/api/v1/staff/orders", key, waitSeconds, JSON.writeValueAsBytes(order)));
    }

    public OrderAnswer staffOrder(String orderId) throws IOException {
        return OrderAnswer.of(get("/api/v1/staff/orders/" + orderId));
    }

    /** Customers by name; pages are counted from 0. */
    public Reply customers(int page, int size) throws IOException {
        return get("/api/v1/staff/customers?page=%d&size=%d".formatted(page, size));
    }

    /** From which spend on customers are VIPs. */
    public Reply tierPolicy() throws IOException {
        return get("/api/v1/staff/operations/tiers");
    }

    public OrderAnswer order(String orderId) throws IOException {
        return OrderAnswer.of(get("/api/v1/orders/" + orderId));
    }

    /** The first page of one's own orders. */
    public Reply ownOrders() throws IOException {
        return get("/api/v1/orders?size=1");
    }

    public Reply cancel(String orderId, String reason) throws IOException {
        return send(
                "POST",
                "/api/v1/orders/" + orderId + "/cancellation",
                json(),
                JSON.writeValueAsBytes(Map.of("reason", reason)));
    }

    /** Cancels anybody's order. */
    public Reply cancelStaffOrder(String orderId, String reason) throws IOException {
        return send(
                "POST",
                "/api/v1/staff/orders/" + orderId + "/cancellation",
                json(),
                JSON.writeValueAsBytes(Map.of("reason", reason)));
    }

    public Reply putCustomer(String customerId, String name) throws IOException {
        return send(
                "PUT",
                "/api/v1/staff/customers/" + encode(customerId),
                json(),
                JSON.writeValueAsBytes(Map.of("name", name)));
    }

    public Reply changeTier(String customerId, String tier, String reason) throws IOException {
        return send(
                "POST",
                "/api/v1/staff/customers/" + encode(customerId) + "/tier",
                json(),
                JSON.writeValueAsBytes(Map.of("tier", tier, "reason", reason)));
    }

    /**
     * Orders that are not settled yet.
     *
     * @param waiting those that go on by themselves
     * @param stuck   those that do not
     */
    public record OpenOrders(long waiting, long stuck) {}

    public OpenOrders openOrders() throws IOException {
        Reply reply = get("/api/v1/staff/operations/queues");
        if (!reply.ok()) {
            throw new IOException("The queues cannot be read: " + reply.summary());
        }
        long open = 0;
        long stuck = 0;
        for (JsonNode queue : reply.json().path("queues")) {
            open += queue.path("orders").asLong();
            stuck += queue.path("stuck").asLong();
        }
        return new OpenOrders(open - stuck, stuck);
    }

    /** Orders of a tier that are confirmed and not yet dispatched. */
    public long confirmed(String tier) throws IOException {
        Reply reply = get("/api/v1/staff/orders?state=CONFIRMED&size=1&tier=" + encode(tier));
        if (!reply.ok()) {
            throw new IOException("Orders cannot be counted: " + reply.summary());
        }
        return reply.json().path("total").asLong();
    }

    /** Starts an import of CSV rows ({@code products} or {@code stock}) and waits a while for its end. */
    Reply beginImport(String kind, String key, String csv, int waitSeconds) throws IOException {
        Map<String, String> headers = headers(key, waitSeconds);
        headers.put("Content-Type", "text/csv;charset=UTF-8");
        return send("POST", "/api/v1/staff/" + kind, headers, csv.getBytes(StandardCharsets.UTF_8));
    }

    Reply importJob(String id) throws IOException {
        return get("/api/v1/staff/imports/" + id);
    }

    /** One product's stock, with at most so many of its movements that came before the given one; zero if never stocked. */
    public StockAnswer stock(String sku, long before, int limit) throws IOException {
        Reply reply = get("/api/v1/staff/stock/" + encode(sku) + "?before=" + before + "&limit=" + limit);
        if (reply.status() == 404) {
            return new StockAnswer(0, 0, List.of());
        }
        if (!reply.ok()) {
            throw new IOException("Stock of " + sku + " cannot be read: " + reply.summary());
        }
        return StockAnswer.of(reply.json());
    }

    /** The views with their copies, and how far each rebuild is. */
    public Reply views() throws IOException {
        return get("/api/v1/staff/operations/views");
    }

    /** Has a view rebuilt. */
    public Reply rebuild(String view, Map<String, Object> wanted) throws IOException {
        return send(
                "POST",
                "/api/v1/staff/operations/views/" + encode(view) + "/rebuilds",
                json(),
                JSON.writeValueAsBytes(wanted));
    }

    /** The id of the order that was placed last, if there is any. */
    public Optional<String> newestOrder() throws IOException {
        Reply reply = get("/api/v1/staff/orders?size=1");
        if (!reply.ok()) {
            throw new IOException("Orders cannot be asked for: " + reply.summary());
        }
        JsonNode orders = reply.json().path("orders");
        return orders.isEmpty()
                ? Optional.empty()
                : Optional.of(orders.path(0).path("orderId").asString());
    }

    /** What anybody reads of a view. */
    public Reply read(String path) throws IOException {
        return get("/api/v1" + path);
    }

    /** Whether the catalogue shows this product. */
    public boolean shows(String sku) throws IOException {
        return get("/api/v1/products/" + encode(sku)).status() == 200;
    }

    /** Whether the platform takes orders. */
    public boolean ready() throws IOException {
        return get("/actuator/health/readiness").status() == 200;
    }

    /** A meter's value in its base unit, or empty when there is no such meter. */
    public OptionalDouble meter(String name, String query) throws IOException {
        JsonNode value = meterJson(name, query).path("measurements").path(0).path("value");
        return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
    }

    /** A meter's description; a missing node when there is no such meter. */
    public JsonNode meterJson(String name, String query) throws IOException {
        Reply reply = get("/actuator/metrics/" + name + query);
        return reply.status() == 200 ? reply.json() : MissingNode.getInstance();
    }

    private Reply get(String path) throws IOException {
        return send("GET", path, plain, NOTHING);
    }

    private Reply post(String path, String key, int waitSeconds, byte[] body) throws IOException {
        Map<String, String> headers = headers(key, waitSeconds);
        headers.put("Content-Type", "application/json");
        return send("POST", path, headers, body);
    }

    private Map<String, String> json() {
        Map<String, String> headers = new HashMap<>(plain);
        headers.put("Content-Type", "application/json");
        return headers;
    }

    private Map<String, String> headers(String key, int waitSeconds) {
        Map<String, String> headers = new HashMap<>(plain);
        headers.put("Idempotency-Key", key);
        headers.put("Prefer", "wait=" + waitSeconds);
        return headers;
    }

    private Reply send(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        return connection.send(method, path, headers, body);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        connection.close();
    }
}

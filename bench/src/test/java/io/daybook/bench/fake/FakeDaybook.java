package io.daybook.bench.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.inventory.StockEvent;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderLine;
import io.daybook.api.order.OrderState;
import io.daybook.api.payment.PaymentMethod;
import io.daybook.bench.http.Card;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The part of the REST API that the bench calls, over a {@link FakePlatform}. */
public final class FakeDaybook implements AutoCloseable {

    public static final String PASSWORD = "secret";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final FakePlatform platform;
    private final String password;
    public final AtomicInteger placements = new AtomicInteger();

    /** So many imports fail, and stay so under their keys. */
    public final AtomicInteger failingImports = new AtomicInteger();

    private final Set<String> failedImports = ConcurrentHashMap.newKeySet();

    /** Orders that wait for a person. */
    public volatile int stuck;

    FakeDaybook(int port, String password, FakePlatform platform) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.platform = platform;
        this.password = password;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_024);
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    /** In memory, and every payment is approved. */
    public static FakeDaybook start() throws IOException {
        return new FakeDaybook(0, PASSWORD, new FakePlatform(FakePlatform.Mischief.NONE, null, null));
    }

    /** The same, but it sells what it does not have. */
    public static FakeDaybook overselling() throws IOException {
        return new FakeDaybook(0, PASSWORD, new FakePlatform(FakePlatform.Mischief.OVERSELLS, null, null));
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public int customers() {
        return platform.customers.size();
    }

    public List<OrderPlaced> orders() {
        return platform.orders.values().stream().map(order -> order.placed).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            byte[] body = exchange.getRequestBody().readAllBytes();
            route(exchange, body);
        } catch (SQLException | InterruptedException | RuntimeException | Error failure) {
            failure.printStackTrace();
            answer(exchange, 500, Map.of("detail", String.valueOf(failure)));
        }
    }

    private void route(HttpExchange exchange, byte[] body) throws IOException, SQLException, InterruptedException {
        URI uri = exchange.getRequestURI();
        String path = uri.getPath().replaceFirst("^/api/v1", "");
        String call = exchange.getRequestMethod() + " " + path;
        if (call.equals("POST /tokens")) {
            boolean right = JSON.readTree(body).path("password").asString("").equals(password);
            answer(exchange, right ? 201 : 401, right ? Map.of("token", "t") : Map.of("detail", "wrong password"));
        } else if (call.equals("GET /actuator/health/readiness")) {
            answer(exchange, 200, Map.of("status", "UP"));
        } else if (!"Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, Map.of("detail", "sign in"));
        } else if (path.startsWith("/actuator/metrics/")) {
            metrics(exchange, path.substring(18), uri.getQuery());
        } else if (call.equals("POST /staff/products") || call.equals("POST /staff/stock")) {
            importRows(exchange, path.substring(7), new String(body, StandardCharsets.UTF_8));
        } else if (call.startsWith("GET /products/")) {
            answer(exchange, platform.products.containsKey(path.substring(10)) ? 200 : 404, Map.of());
        } else if (call.startsWith("PUT /staff/customers/")) {
            platform.customers.add(path.substring(17));
            answer(exchange, 204, Map.of());
        } else if (call.equals("GET /staff/customers")) {
            answer(exchange, 200, Map.of("customers", List.of()));
        } else if (call.equals("GET /staff/operations/queues")) {
            answer(exchange, 200, Map.of("queues", List.of(Map.of("orders", stuck, "stuck", stuck))));
        } else if (call.equals("GET /staff/orders")) {
            answer(exchange, 200, Map.of("orders", List.of(), "total", confirmed(uri.getQuery())));
        } else if (call.equals("GET /staff/operations/tiers")) {
            answer(exchange, 200, Map.of("vipFrom", Map.of("amount", "4525.87", "currency", "GBP")));
        } else if (call.startsWith("GET /staff/stock/")) {
            stock(exchange, path.substring(13), uri.getQuery());
        } else if (call.equals("POST /orders") || call.equals("POST /staff/orders")) {
            place(exchange, JSON.readTree(body));
        } else if (call.equals("GET /orders")) {
            answer(exchange, 200, Map.of("orders", List.of()));
        } else if (path.endsWith("/tier")) {
            answer(exchange, 204, Map.of());
        } else if (path.endsWith("/cancellation")) {
            String[] parts = path.split("/");
            FakeOrder order = platform.orders.get(parts[parts.length - 2]);
            boolean taken = order != null && platform.cancel(order);
            answer(exchange, taken ? 202 : 409, Map.of());
        } else {
            FakeOrder order = platform.orders.get(path.substring(path.lastIndexOf('/') + 1));
            answer(exchange, order == null ? 404 : 200, order == null ? Map.of() : json(order));
        }
    }

    private long confirmed(String query) {
        return platform.orders.values().stream()
                .filter(order -> order.state == OrderState.CONFIRMED)
                .filter(order -> query.contains("state=CONFIRMED"))
                .filter(order -> query.contains("tier=" + order.placed.tier()))
                .count();
    }

    private void metrics(HttpExchange exchange, String name, String query) throws IOException {
        double cpu = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Map<String, Object> meter = new LinkedHashMap<>();
        meter.put("baseUnit", name.equals("jvm.memory.used") ? "bytes" : "ns");
        meter.put("measurements", List.of(Map.of("statistic", "COUNT", "value", cpu)));
        if (name.equals("daybook.cpu.time") && query == null) {
            meter.put("availableTags", List.of(Map.of("tag", "part", "values", List.of("store", "view: orders"))));
        }
        answer(exchange, 200, meter);
    }

    private void importRows(HttpExchange exchange, String kind, String csv) throws IOException, SQLException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (failingImports.get() > 0 || failedImports.contains(key)) {
            failingImports.addAndGet(failedImports.add(key) ? -1 : 0);
            answer(exchange, 200, Map.of("id", "i", "state", "DONE", "done", 0, "failed", 1, "errors", "too busy"));
            return;
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        int rows = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(csv), format)) {
            for (CSVRecord row : parser) {
                rows++;
                if (kind.equals("products")) {
                    platform.products.put(row.get("sku"), new BigDecimal(row.get("price")));
                } else {
                    platform.receive(row.get("sku"), Integer.parseInt(row.get("quantity")), row.get("movementId"));
                }
            }
        }
        answer(exchange, 200, Map.of("id", "i", "state", "DONE", "done", rows, "failed", 0));
    }

    private void stock(HttpExchange exchange, String sku, String query) throws IOException {
        Map<String, Long> parameters = new LinkedHashMap<>();
        Arrays.stream(query.split("&"))
                .forEach(pair -> parameters.put(pair.split("=")[0], Long.parseLong(pair.split("=")[1])));
        List<Map<String, Object>> movements = new ArrayList<>();
        StockLevel level;
        synchronized (platform) {
            level = platform.level(sku);
            List<StockEvent> events = platform.movements.getOrDefault(sku, List.of());
            int from = (int) Math.min(events.size(), parameters.get("before"));
            for (int i = from - 1; i >= 0 && movements.size() < parameters.get("limit"); i--) {
                StockEvent event = events.get(i);
                int quantity = event instanceof StockEvent.UnitsReserved reserved ? reserved.quantity() : 0;
                movements.add(Map.of(
                        "sequence",
                        i,
                        "kind",
                        event.getClass().getSimpleName(),
                        "quantity",
                        quantity,
                        "level",
                        level(event.level())));
            }
        }
        answer(exchange, 200, Map.of("stock", level(level), "movements", movements));
    }

    private static Map<String, Integer> level(StockLevel level) {
        return Map.of("onHand", level.onHand(), "reserved", level.reserved(), "available", level.available());
    }

    private void place(HttpExchange exchange, JsonNode json) throws IOException, SQLException, InterruptedException {
        placements.incrementAndGet();
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        Card card = Arrays.stream(Card.values())
                .filter(each ->
                        each.number().equals(json.path("payment").path("card").asString()))
                .findFirst()
                .orElseThrow();
        List<OrderLine> lines = new ArrayList<>();
        for (JsonNode line : json.path("lines")) {
            Sku sku = new Sku(line.path("sku").asString());
            BigDecimal price = platform.products.get(sku.value());
            if (price == null) {
                answer(exchange, 422, Map.of("detail", "no product " + sku));
                return;
            }
            BigDecimal agreed = line.has("unitPrice")
                    ? new BigDecimal(line.path("unitPrice").asString())
                    : price;
            lines.add(new OrderLine(sku, "n", line.path("quantity").asInt(), Money.of(CurrencyUnit.GBP, agreed)));
        }
        JsonNode address = json.path("shippingAddress");
        OrderPlaced placed = new OrderPlaced(
                OrderId.of("operator", key),
                json.has("customerId") ? new CustomerId(json.path("customerId").asString()) : null,
                Tier.STANDARD,
                WarehouseId.MAIN,
                lines,
                Money.total(lines.stream().map(OrderLine::total).toList()),
                new PaymentMethod("tok_" + card.name().toLowerCase(Locale.ROOT), "0000"),
                new Address(
                        address.path("name").asString(),
                        address.path("street").asString(),
                        address.path("city").asString(),
                        address.path("postcode").asString(),
                        address.path("country").asString()),
                "operator");
        FakeOrder order = platform.place(placed, card);
        String prefer = exchange.getRequestHeaders().getFirst("Prefer");
        boolean settled = order.settled.await(Long.parseLong(prefer.substring(5)), TimeUnit.SECONDS);
        answer(exchange, settled ? 200 : 202, json(order));
    }

    private static Map<String, Object> json(FakeOrder order) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("orderId", order.placed.orderId().value());
        json.put("state", order.state.name());
        json.put("reason", order.reason);
        json.put("shortages", order.outOfStock ? List.of("x") : List.of());
        json.put(
                "timeline",
                List.of(
                        Map.of("at", "2026-01-01T00:00:00Z", "what", "OrderPlaced"),
                        Map.of("at", "2026-01-01T00:00:00.250Z", "what", "OrderConfirmed")));
        json.put("total", Map.of("amount", order.placed.total().getAmount().toPlainString(), "currency", "GBP"));
        return json;
    }

    private static void answer(HttpExchange exchange, int status, Object json) throws IOException {
        byte[] bytes = status == 204 ? new byte[0] : JSON.writeValueAsBytes(json);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}

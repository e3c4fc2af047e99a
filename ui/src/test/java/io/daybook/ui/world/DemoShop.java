package io.daybook.ui.world;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.Shortage;
import io.daybook.api.order.OrderLine;
import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderView;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages to look at, with the demonstration catalogue and a fulfilment that takes its time. Run from the module's folder. */
public final class DemoShop {

    private DemoShop() {}

    public static void main(String[] arguments) throws IOException {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(World.class)
                .initializers(new World.Surroundings())
                .run(arguments);
        Shelves shelves = context.getBean(Shelves.class);
        Books books = context.getBean(Books.class);
        Path catalogue = Path.of("../standalone/src/main/resources/demo/catalogue.csv");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader file = Files.newBufferedReader(catalogue)) {
            for (CSVRecord row : format.parse(file)) {
                shelves.list(
                        row.get("sku"),
                        row.get("name"),
                        row.get("description"),
                        row.get("category"),
                        row.get("price"),
                        row.get("picture"),
                        Integer.parseInt(row.get("stock")));
            }
        }
        ScheduledExecutorService fulfilment = Executors.newSingleThreadScheduledExecutor();
        fulfilment.scheduleWithFixedDelay(
                () -> books.all().forEach(order -> step(order, shelves, books)), 2, 1, TimeUnit.SECONDS);
    }

    private static void step(OrderView order, Shelves shelves, Books books) {
        if (order.state() == OrderState.CANCELLING) {
            books.happens(order.orderId(), OrderState.CANCELLED, "OrderCancelled");
        } else if (order.state() == OrderState.PLACED) {
            switch (order.timeline().size()) {
                case 1 -> pay(order, books);
                case 2 -> reserve(order, shelves, books);
                case 3 -> books.happens(order.orderId(), OrderState.PLACED, "PaymentCaptured");
                default -> books.happens(order.orderId(), OrderState.CONFIRMED, "OrderConfirmed");
            }
        }
    }

    private static void pay(OrderView order, Books books) {
        if (order.cardLastFour().equals("0002")) {
            books.happens(order.orderId(), OrderState.REJECTED, "PaymentDeclined", "insufficient funds", List.of());
        } else {
            books.happens(order.orderId(), OrderState.PLACED, "PaymentAuthorized");
        }
    }

    private static void reserve(OrderView order, Shelves shelves, Books books) {
        List<Shortage> shortages = order.lines().stream()
                .filter(line -> shelves.available(line.sku()) < line.quantity())
                .map(line -> new Shortage(line.sku(), line.quantity(), shelves.available(line.sku())))
                .toList();
        if (!shortages.isEmpty()) {
            books.happens(order.orderId(), OrderState.REJECTED, "StockRefused", "not enough stock", shortages);
            return;
        }
        for (OrderLine line : order.lines()) {
            Sku sku = line.sku();
            shelves.take(sku, line.quantity());
        }
        books.happens(order.orderId(), OrderState.PLACED, "StockReserved");
    }
}

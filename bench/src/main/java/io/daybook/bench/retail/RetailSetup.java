package io.daybook.bench.retail;

import io.daybook.bench.http.Catalogue;
import io.daybook.bench.http.CsvImport;
import io.daybook.bench.http.DaybookClient;
import io.daybook.bench.http.Reply;
import io.daybook.bench.http.Session;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Brings a sales file's products, stock and customers into the platform. Done twice, it happens once. */
final class RetailSetup {

    private static final int LARGEST_DELIVERY = 10_000_000;

    private final Session session;
    private final Sales sales;

    RetailSetup(Session session, Sales sales) {
        this.session = session;
        this.sales = sales;
    }

    /** Opening stock by product: the factor times what the file's orders ask for, rounded down. */
    static Map<String, Integer> openingStock(Sales sales, BigDecimal factor) {
        Map<String, Integer> opening = new LinkedHashMap<>();
        sales.products()
                .forEach((sku, product) -> opening.put(
                        sku,
                        factor.multiply(BigDecimal.valueOf(product.units()))
                                .setScale(0, RoundingMode.DOWN)
                                .intValueExact()));
        return opening;
    }

    void products(Map<String, Integer> opening) throws IOException {
        if (opening.isEmpty()) {
            return;
        }
        try (DaybookClient client = session.client()) {
            CsvImport.products(client, productRows());
            CsvImport.stock(client, stockRows(opening));
            Catalogue.await(client, sales.products().keySet());
        }
    }

    void customers(int concurrency) throws IOException, InterruptedException {
        new InParallel(session, concurrency).each(sales.customers(), (client, customer) -> {
            Reply reply = client.putCustomer(customer, "Customer " + customer);
            if (!reply.ok()) {
                throw new IOException("Customer " + customer + " was refused: " + reply.summary());
            }
        });
    }

    private String productRows() throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord("sku", "name", "description", "category", "price", "picture");
            for (SoldProduct product : sales.products().values()) {
                String name = product.name();
                csv.printRecord(product.sku(), name, "", Categories.of(name), product.price(), "");
            }
        }
        return text.toString();
    }

    private static String stockRows(Map<String, Integer> opening) throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord("sku", "quantity", "reason", "movementId");
            for (Map.Entry<String, Integer> entry : opening.entrySet()) {
                int left = entry.getValue();
                for (int part = 1; left > 0; part++) {
                    int quantity = Math.min(left, LARGEST_DELIVERY);
                    String movement = "retail-%s-%d-%d".formatted(entry.getKey(), entry.getValue(), part);
                    csv.printRecord(entry.getKey(), quantity, "Opening stock of the sales file", movement);
                    left -= quantity;
                }
            }
        }
        return text.toString();
    }
}

package io.daybook.ui.exports;

import io.daybook.api.catalog.CatalogQuery.FindProducts;
import io.daybook.api.catalog.CatalogQuery.ProductPage;
import io.daybook.api.catalog.ProductView;
import io.daybook.api.inventory.StockQuery.FindStockLevels;
import io.daybook.api.inventory.StockQuery.ListedStock;
import io.daybook.api.inventory.StockQuery.StockPage;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.ui.pages.Views;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.joda.money.Money;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Writes CSV files from the views, page by page as they are read by whoever asked for them: a file is never in memory as a
 * whole.
 */
public final class Exports {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int STOCK_AT_ONCE = 500;
    private static final int PRODUCTS_AT_ONCE = 200;

    private final Views views;
    private final Clock clock;

    Exports(Views views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    /**
     * What is on hand in a warehouse, as deliveries: brought into an empty shop, it has the same stock, and however often
     * that is done. Products of which nothing is there are left out.
     */
    public ResponseEntity<StreamingResponseBody> stock(WarehouseId warehouse) {
        // Asked before the answer begins, so that who asks is told when there is none.
        StockPage first = levels(warehouse, 0);
        String count = "count-" + clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return file("stock.csv", output -> {
            try (CSVPrinter csv = printer(output, "sku", "quantity", "reason", "movementId", "warehouse")) {
                for (StockPage page = first; ; page = levels(warehouse, page.page() + 1)) {
                    for (ListedStock stock : page.stock()) {
                        if (stock.level().onHand() > 0) {
                            csv.printRecord(
                                    stock.sku(),
                                    stock.level().onHand(),
                                    "on hand",
                                    count + "/" + stock.sku(),
                                    warehouse);
                        }
                    }
                    csv.flush();
                    if (page.page() + 1 >= page.pages()) {
                        return;
                    }
                }
            }
        });
    }

    private StockPage levels(WarehouseId warehouse, int page) {
        return views.ask(new FindStockLevels(warehouse, "", 0, false, page, STOCK_AT_ONCE), StockPage.class);
    }

    /** All products on sale. */
    public ResponseEntity<StreamingResponseBody> products() {
        ProductPage first = products(0);
        return file("catalogue.csv", output -> {
            try (CSVPrinter csv = printer(output, "sku", "name", "description", "category", "price", "picture")) {
                for (ProductPage page = first; ; page = products(page.page() + 1)) {
                    for (ProductView product : page.products()) {
                        csv.printRecord(
                                product.sku(),
                                product.name(),
                                product.description(),
                                product.category(),
                                price(product.price()),
                                product.picture());
                    }
                    csv.flush();
                    if (page.page() + 1 >= page.pages()) {
                        return;
                    }
                }
            }
        });
    }

    private ProductPage products(int page) {
        return views.ask(new FindProducts("", "", page, PRODUCTS_AT_ONCE), ProductPage.class);
    }

    private static String price(Money price) {
        String amount = price.getAmount().toPlainString();
        String currency = price.getCurrencyUnit().getCode();
        return currency.equals("GBP") ? amount : amount + " " + currency;
    }

    private static CSVPrinter printer(OutputStream output, String... header) throws IOException {
        Writer writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
        return CSVFormat.RFC4180.builder().setHeader(header).get().print(writer);
    }

    private static ResponseEntity<StreamingResponseBody> file(String name, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }
}

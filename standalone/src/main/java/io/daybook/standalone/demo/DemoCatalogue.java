package io.daybook.standalone.demo;

import io.daybook.api.catalog.CatalogCommand.ListProduct;
import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.InventoryCommand.ReceiveStock;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.WarehouseId;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;

/**
 * Lists the demonstration's products and brings in their opening stock, on first start. The product that stands last in
 * the file is listed last: once it is in the log, so is everything before it, and a start that was cut short is made up
 * for by the next one, since what is sent twice happens once.
 */
class DemoCatalogue implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoCatalogue.class);

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final CommandGateway commands;
    private final EventStore book;

    DemoCatalogue(CommandGateway commands, EventStore book) {
        this.commands = commands;
        this.book = book;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        List<CSVRecord> products = read();
        CSVRecord last = products.remove(products.size() - 1);
        if (book.lastSequenceNumberFor(last.get("sku")).isPresent()) {
            return;
        }
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (CSVRecord product : products) {
            answers.add(bringIn(product));
        }
        answers.forEach(CompletableFuture::join);
        bringIn(last).join();
        log.info("Listed {} products for the demonstration", products.size() + 1);
    }

    private CompletableFuture<Object> bringIn(CSVRecord product) {
        Sku sku = new Sku(product.get("sku"));
        int stock = Integer.parseInt(product.get("stock"));
        CompletableFuture<Object> received = stock == 0
                ? CompletableFuture.completedFuture(null)
                : commands.send(new ReceiveStock(
                        WarehouseId.MAIN,
                        sku,
                        new MovementId("opening-" + sku),
                        stock,
                        "Opening stock",
                        "demonstration"));
        return received.thenCompose(done -> commands.send(new ListProduct(
                sku,
                product.get("name"),
                product.get("description"),
                product.get("category"),
                Money.of(CurrencyUnit.GBP, new BigDecimal(product.get("price"))),
                product.get("picture"))));
    }

    private static List<CSVRecord> read() throws IOException {
        ClassPathResource file = new ClassPathResource("demo/catalogue.csv");
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            return new ArrayList<>(FORMAT.parse(reader).getRecords());
        }
    }
}

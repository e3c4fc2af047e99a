package io.daybook.bench.load;

import io.daybook.bench.http.Catalogue;
import io.daybook.bench.http.CsvImport;
import io.daybook.bench.http.DaybookClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Products made for a measurement. */
public final class BenchProducts {

    public static final BigDecimal PRICE = new BigDecimal("2.55");

    private BenchProducts() {}

    /** Lists so many products, or finds them listed, and adds so many units of each to the stock. */
    public static List<String> stock(DaybookClient client, int products, int units) throws IOException {
        List<String> skus = IntStream.rangeClosed(1, products)
                .mapToObj(number -> "BENCH-%04d".formatted(number))
                .toList();
        stock(client, skus, units);
        return skus;
    }

    static void stock(DaybookClient client, List<String> skus, int units) throws IOException {
        CsvImport.products(
                client,
                skus.stream()
                        .map(sku -> "%s,Bench product %s,Made to be measured with,Bench,%s,".formatted(sku, sku, PRICE))
                        .collect(Collectors.joining("\n", "sku,name,description,category,price,picture\n", "\n")));
        String run = UUID.randomUUID().toString().substring(0, 13);
        CsvImport.stock(
                client,
                skus.stream()
                        .map(sku -> "%s,%d,Stock for a measurement,%s-%s".formatted(sku, units, run, sku))
                        .collect(Collectors.joining("\n", "sku,quantity,reason,movementId\n", "\n")));
        Catalogue.await(client, skus);
    }
}

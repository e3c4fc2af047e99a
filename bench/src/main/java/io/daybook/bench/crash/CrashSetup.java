package io.daybook.bench.crash;

import io.daybook.bench.http.Catalogue;
import io.daybook.bench.http.CsvImport;
import io.daybook.bench.http.Customers;
import io.daybook.bench.http.DaybookClient;
import io.daybook.bench.http.Session;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The products and the customer that orders need while things are killed. */
final class CrashSetup {

    private CrashSetup() {}

    static void prepare(Session session) throws IOException {
        try (DaybookClient client = session.client()) {
            CsvImport.products(
                    client,
                    OrderMix.all().stream()
                            .map(sku -> "%s,Product %s,,Bench,%s,".formatted(sku, sku, OrderMix.price(sku)))
                            .collect(Collectors.joining("\n", "sku,name,description,category,price,picture\n", "\n")));
            CsvImport.stock(
                    client,
                    Stream.concat(
                                    rows(OrderMix.lasting(), OrderMix.PLENTY),
                                    rows(OrderMix.runningOut(), OrderMix.SCARCE))
                            .collect(Collectors.joining("\n", "sku,quantity,reason,movementId\n", "\n")));
            Catalogue.await(client, OrderMix.all());
            Customers.register(client, OrderMix.VIP, "VIP");
        }
    }

    private static Stream<String> rows(List<String> skus, int units) {
        return skus.stream().map(sku -> "%s,%d,Opening stock,crash-%s".formatted(sku, units, sku));
    }
}

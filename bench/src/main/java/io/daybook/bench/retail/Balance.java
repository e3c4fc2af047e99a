package io.daybook.bench.retail;

import io.daybook.bench.http.DaybookClient;
import io.daybook.bench.http.Session;
import io.daybook.bench.http.StockAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether every product's opening stock is accounted for: sold in confirmed orders, or left.
 *
 * @param products how many were checked
 * @param wrong    products for which it is not
 */
record Balance(int products, long opening, long sold, long left, List<Product> wrong) {

    /** One product's units: what there was, what confirmed orders have, what can still be sold. */
    record Product(String sku, long opening, long sold, long left) {
        boolean balanced() {
            return left >= 0 && opening == sold + left;
        }
    }

    static Balance check(Session session, int concurrency, Map<String, Integer> opening, Map<String, Long> sold)
            throws IOException, InterruptedException {
        Map<String, Long> left = new TreeMap<>();
        new InParallel(session, concurrency).each(List.copyOf(opening.keySet()), (client, sku) -> {
            long available = left(client, sku);
            synchronized (left) {
                left.put(sku, available);
            }
        });
        List<Product> products = new ArrayList<>();
        left.forEach((sku, units) ->
                products.add(new Product(sku, opening.getOrDefault(sku, 0), sold.getOrDefault(sku, 0L), units)));
        return of(products);
    }

    static Balance of(List<Product> products) {
        return new Balance(
                products.size(),
                products.stream().mapToLong(Product::opening).sum(),
                products.stream().mapToLong(Product::sold).sum(),
                products.stream().mapToLong(Product::left).sum(),
                products.stream().filter(product -> !product.balanced()).toList());
    }

    private static long left(DaybookClient client, String sku) throws IOException {
        StockAnswer stock = client.stock(sku, Long.MAX_VALUE, 1);
        return stock.available();
    }
}

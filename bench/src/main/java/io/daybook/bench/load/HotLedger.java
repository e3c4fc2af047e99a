package io.daybook.bench.load;

import io.daybook.bench.http.DaybookClient;
import io.daybook.bench.http.StockAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A product's stock and all its movements, oldest first.
 *
 * @param onHand   units in the warehouse now
 * @param reserved units of these that are promised
 */
record HotLedger(int onHand, int reserved, List<StockAnswer.Movement> movements) {

    private static final int PAGE = 500;

    static HotLedger read(DaybookClient client, String sku) throws IOException {
        List<StockAnswer.Movement> movements = new ArrayList<>();
        StockAnswer page = client.stock(sku, Long.MAX_VALUE, PAGE);
        StockAnswer newest = page;
        while (!page.movements().isEmpty()) {
            page.movements().forEach(movement -> movements.add(0, movement));
            long oldest = movements.get(0).sequence();
            if (oldest == 0) {
                break;
            }
            page = client.stock(sku, oldest, PAGE);
        }
        return new HotLedger(newest.onHand(), newest.reserved(), movements);
    }

    long moved(String kind) {
        return movements.stream()
                .filter(movement -> movement.kind().equals(kind))
                .mapToLong(movement -> Math.abs(movement.quantity()))
                .sum();
    }

    int lowestAvailable() {
        return movements.stream()
                .mapToInt(movement -> movement.onHand() - movement.reserved())
                .min()
                .orElse(0);
    }
}

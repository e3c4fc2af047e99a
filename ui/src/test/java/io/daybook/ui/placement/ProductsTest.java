package io.daybook.ui.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.CatalogQuery.ProductList;
import io.daybook.api.catalog.ProductView;
import io.daybook.api.catalog.Sku;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ProductsTest {

    private static final Sku MUG = new Sku("MUG");
    private static final Sku TEAPOT = new Sku("TEAPOT");

    private final Map<Sku, String> prices = new ConcurrentHashMap<>(Map.of(MUG, "GBP 2.55", TEAPOT, "GBP 9.99"));
    private final List<Set<Sku>> asked = new ArrayList<>();
    private boolean away;
    private Duration now = Duration.ZERO;

    private final Products products = new Products(
            this::find,
            new PlacementSettings(
                    Duration.ofSeconds(2),
                    100,
                    1,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    1,
                    Duration.ZERO),
            Runnable::run,
            () -> now.toNanos());

    @Test
    void what_is_ordered_again_is_not_asked_for_again() throws Exception {
        assertThat(price(MUG)).isEqualTo("GBP 2.55");
        assertThat(price(MUG)).isEqualTo("GBP 2.55");

        assertThat(asked).containsExactly(Set.of(MUG));
    }

    @Test
    void what_is_in_demand_is_asked_for_at_once_before_it_is_forgotten() throws Exception {
        price(MUG);
        price(TEAPOT);
        asked.clear();
        prices.put(MUG, "GBP 3.00");

        now = Duration.ofMillis(1_600);
        price(TEAPOT);
        now = Duration.ofMillis(2_100);

        assertThat(price(MUG)).isEqualTo("GBP 3.00");
        assertThat(asked).containsExactly(Set.of(MUG, TEAPOT));
    }

    @Test
    void what_nobody_orders_any_more_is_forgotten() throws Exception {
        price(MUG);
        for (int second = 2; second <= 8; second += 2) {
            now = Duration.ofSeconds(second);
            price(TEAPOT);
        }
        asked.clear();

        now = Duration.ofSeconds(10);
        price(TEAPOT);

        assertThat(asked).isNotEmpty().allSatisfy(skus -> assertThat(skus).containsExactly(TEAPOT));
    }

    @Test
    void no_price_is_remembered_for_longer_than_was_set_also_while_the_view_does_not_answer() throws Exception {
        price(MUG);
        away = true;
        now = Duration.ofMillis(1_600);
        assertThat(price(MUG)).isEqualTo("GBP 2.55");

        now = Duration.ofMillis(2_001);

        assertThat(products.find(Set.of(MUG))).failsWithin(Duration.ZERO);
        away = false;
        prices.put(MUG, "GBP 3.00");
        assertThat(price(MUG)).isEqualTo("GBP 3.00");
    }

    @Test
    void what_is_not_known_is_left_out_and_asked_for_anew() throws Exception {
        Sku vase = new Sku("VASE");
        assertThat(products.find(Set.of(vase)).get()).isEmpty();
        prices.put(vase, "GBP 5.00");

        assertThat(price(vase)).isEqualTo("GBP 5.00");
    }

    private String price(Sku sku) throws ExecutionException, InterruptedException {
        return products.find(Set.of(sku)).get().get(sku).price().toString();
    }

    private CompletableFuture<ProductList> find(Set<Sku> skus) {
        asked.add(skus);
        if (away) {
            return CompletableFuture.failedFuture(new IllegalStateException("away"));
        }
        return CompletableFuture.completedFuture(new ProductList(
                skus.stream()
                        .filter(prices::containsKey)
                        .map(sku -> new ProductView(
                                sku, "name", "description", "category", Money.parse(prices.get(sku)), "picture", true))
                        .toList(),
                1));
    }
}

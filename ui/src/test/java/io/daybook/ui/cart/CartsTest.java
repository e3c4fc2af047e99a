package io.daybook.ui.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.Sku;
import io.daybook.ui.accounts.AccountsDatabase;
import io.daybook.ui.world.ShopTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class CartsTest {

    private static final Sku MUG = new Sku("KIT-001");

    private final AccountsDatabase database;

    @Autowired
    CartsTest(AccountsDatabase database) {
        this.database = database;
    }

    @Test
    void a_cart_is_found_again_as_it_was() {
        String id = UUID.randomUUID().toString();
        Cart cart = carts(Clock.systemUTC()).change(id, before -> {
            Cart filled = before.with(MUG, 2);
            return filled.becameOrder(filled.key(), "order-1").with(MUG, 3).pour("x", Cart.empty());
        });
        assertThat(carts(Clock.systemUTC()).find(id)).isEqualTo(cart);
    }

    @Test
    void changes_at_the_same_time_are_all_kept() throws Exception {
        String id = UUID.randomUUID().toString();
        Carts carts = carts(Clock.systemUTC());
        ExecutorService visitors = Executors.newFixedThreadPool(4);
        List<Callable<Cart>> clicks = IntStream.range(0, 12)
                .<Callable<Cart>>mapToObj(i -> () -> carts.change(id, cart -> cart.with(MUG, 1)))
                .toList();
        for (var click : visitors.invokeAll(clicks)) {
            click.get();
        }
        visitors.shutdown();
        assertThat(carts.find(id).units()).isEqualTo(12);
    }

    @Test
    void what_nobody_touches_for_long_is_forgotten() {
        String old = UUID.randomUUID().toString();
        String fresh = UUID.randomUUID().toString();
        carts(Clock.systemUTC()).change(old, cart -> cart.with(MUG, 1));
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(59));
        carts(later).change(fresh, cart -> cart.with(MUG, 1));
        carts(Clock.offset(later, Duration.ofDays(2))).forgetOld();
        assertThat(carts(later).find(old).isEmpty()).isTrue();
        assertThat(carts(later).find(fresh).isEmpty()).isFalse();
    }

    private Carts carts(Clock clock) {
        return new Carts(database, new CartSettings(Duration.ofDays(60), Duration.ofHours(6)), clock);
    }
}

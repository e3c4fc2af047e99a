package io.daybook.ui.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.Sku;
import org.junit.jupiter.api.Test;

class CartTest {

    private static final Sku MUG = new Sku("KIT-001");
    private static final Sku POT = new Sku("KIT-002");

    @Test
    void the_same_product_again_makes_more_of_it() {
        Cart cart = Cart.empty().with(MUG, 2).with(POT, 1).with(MUG, 3);
        assertThat(cart.lines()).containsExactly(new CartLine(MUG, 5), new CartLine(POT, 1));
        assertThat(cart.units()).isEqualTo(6);
    }

    @Test
    void none_of_it_takes_it_out() {
        assertThat(Cart.empty().with(MUG, 2).set(MUG, 0).isEmpty()).isTrue();
        assertThat(Cart.empty().set(MUG, 0).isEmpty()).isTrue();
    }

    @Test
    void it_holds_a_hundred_products_and_not_one_more() {
        Cart cart = Cart.empty();
        for (int i = 0; i < 120; i++) {
            cart = cart.with(new Sku("P" + i), 1);
        }
        assertThat(cart.lines()).hasSize(Cart.MAX_LINES);
        assertThat(cart.with(new Sku("P1"), 5).line(new Sku("P1"))).contains(new CartLine(new Sku("P1"), 6));
    }

    @Test
    void poured_in_twice_is_in_it_once() {
        Cart collected = Cart.empty().with(MUG, 2);
        Cart own = Cart.empty().with(MUG, 1).pour("a", collected).pour("a", collected);
        assertThat(own.units()).isEqualTo(3);
        assertThat(own.pour("b", collected).units()).isEqualTo(5);
    }

    @Test
    void the_cart_that_became_an_order_is_empty_and_has_another_key() {
        Cart cart = Cart.empty().with(MUG, 2);
        Cart after = cart.becameOrder(cart.key(), "order-1");
        assertThat(after.isEmpty()).isTrue();
        assertThat(after.key()).isNotEqualTo(cart.key());
        assertThat(after.placed()).containsEntry(cart.key(), "order-1");
    }

    @Test
    void what_was_collected_after_the_order_stays() {
        Cart cart = Cart.empty().with(MUG, 2);
        Cart next = cart.becameOrder(cart.key(), "order-1").with(POT, 1);
        assertThat(next.becameOrder(cart.key(), "order-1")).isEqualTo(next);
    }

    @Test
    void only_the_last_orders_are_remembered() {
        Cart cart = Cart.empty();
        String first = cart.key();
        for (int i = 0; i < 15; i++) {
            cart = cart.becameOrder(cart.key(), "order-" + i);
        }
        assertThat(cart.placed()).hasSize(10).doesNotContainKey(first).containsValue("order-14");
    }

    @Test
    void a_used_key_is_replaced_once_and_the_goods_stay() {
        Cart cart = Cart.empty().with(MUG, 2);
        Cart renewed = cart.renewed(cart.key());
        assertThat(renewed.key()).isNotEqualTo(cart.key());
        assertThat(renewed.lines()).isEqualTo(cart.lines());
        assertThat(renewed.renewed(cart.key())).isEqualTo(renewed);
    }
}

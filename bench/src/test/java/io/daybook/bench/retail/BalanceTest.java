package io.daybook.bench.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceTest {

    @Test
    void product_whose_units_are_not_accounted_for_is_named() {
        Balance.Product good = new Balance.Product("A", 10, 7, 3);
        Balance.Product lost = new Balance.Product("B", 10, 7, 2);
        Balance.Product oversold = new Balance.Product("C", 10, 11, -1);
        Balance balance = Balance.of(List.of(good, lost, oversold));
        assertThat(balance.wrong()).containsExactly(lost, oversold);
        assertThat(balance.opening()).isEqualTo(30);
        assertThat(balance.sold()).isEqualTo(25);
        assertThat(balance.left()).isEqualTo(4);
    }
}

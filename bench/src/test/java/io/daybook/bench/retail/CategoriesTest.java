package io.daybook.bench.retail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoriesTest {

    @ParameterizedTest
    @CsvSource({
        "WHITE HANGING HEART T-LIGHT HOLDER, Candles and lights",
        "JUMBO BAG RED RETROSPOT, Bags",
        "PACK OF 72 RETROSPOT CAKE CASES, Kitchen",
        "CHRISTMAS CRAFT TREE TOP ANGEL, Christmas",
        "set of 3 paper cards, Stationery and wrap",
        "RABBIT, Gifts"
    })
    void product_is_sorted_by_the_words_of_its_name(String name, String category) {
        assertThat(Categories.of(name)).isEqualTo(category);
    }
}

package io.daybook.ui.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.customer.Tier;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Money VIP_FROM = pounds("4525.87");

    private static Money pounds(String amount) {
        return Money.of(CurrencyUnit.GBP, new BigDecimal(amount));
    }

    @Test
    void who_has_spent_nothing_has_all_the_way_to_go() {
        assertThat(Standing.of(Tier.STANDARD, List.of(), VIP_FROM))
                .isEqualTo(new Standing(false, "£0.00", "£4,525.87", "£4,525.87", 0));
    }

    @Test
    void a_penny_less_is_not_enough() {
        assertThat(Standing.of(Tier.STANDARD, List.of(pounds("4525.86")), VIP_FROM))
                .isEqualTo(new Standing(false, "£4,525.86", "£4,525.87", "£0.01", 99));
    }

    @Test
    void who_has_spent_enough_has_nothing_to_go_whatever_staff_have_decided() {
        assertThat(Standing.of(Tier.STANDARD, List.of(pounds("5000")), VIP_FROM))
                .isEqualTo(new Standing(false, "£5,000.00", "£4,525.87", "", 100));
    }

    @Test
    void other_currencies_do_not_count() {
        Money dollars = Money.of(CurrencyUnit.USD, 5000);

        assertThat(Standing.of(Tier.STANDARD, List.of(dollars), VIP_FROM).spent())
                .isEqualTo("£0.00");
    }
}

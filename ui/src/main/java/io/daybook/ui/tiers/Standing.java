package io.daybook.ui.tiers;

import io.daybook.api.customer.Tier;
import io.daybook.ui.pages.Prices;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.Money;

/**
 * Where a customer stands.
 *
 * @param vip     whether the customer is a VIP
 * @param spent   for confirmed orders
 * @param vipFrom so much makes a VIP
 * @param toGo    until then; empty when it has been spent
 * @param percent of the way, 0 to 100
 */
public record Standing(boolean vip, String spent, String vipFrom, String toGo, int percent) {

    static Standing of(Tier tier, List<Money> totals, Money vipFrom) {
        Money spent = totals.stream()
                .filter(vipFrom::isSameCurrency)
                .findFirst()
                .orElse(Money.zero(vipFrom.getCurrencyUnit()));
        boolean enough = !spent.isLessThan(vipFrom);
        int percent = enough
                ? 100
                : spent.getAmount()
                        .movePointRight(2)
                        .divide(vipFrom.getAmount(), RoundingMode.DOWN)
                        .intValue();
        return new Standing(
                tier == Tier.VIP,
                Prices.text(spent),
                Prices.text(vipFrom),
                enough ? "" : Prices.text(vipFrom.minus(spent)),
                percent);
    }
}

package io.daybook.saga.tiers;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What one customer has spent: the totals of orders that were confirmed, less those taken back afterwards.
 *
 * @param spent    in pounds; what was paid in other currencies does not count
 * @param changes  how often it has changed
 * @param position of the last event in the log that has changed it: one at or before it is known already
 */
record Spending(Money spent, long changes, long position) {

    static final Spending NONE = new Spending(Money.zero(CurrencyUnit.GBP), 0, -1);

    /** After an order was confirmed, or taken back when the amount is negative; the same when that is known already. */
    Spending after(Money amount, long at) {
        return at <= position || !amount.isSameCurrency(spent)
                ? this
                : new Spending(spent.plus(amount), changes + 1, at);
    }

    /** Whether it is enough. */
    boolean reaches(Money vipFrom) {
        return !spent.isLessThan(vipFrom);
    }
}

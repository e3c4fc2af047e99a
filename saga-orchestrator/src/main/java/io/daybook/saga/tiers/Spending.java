package io.daybook.saga.tiers;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What one customer has spent: the totals of orders that were confirmed, less those taken back afterwards.
 *
 * @param spent    in pounds; what was paid in other currencies does not count
 * @param changes  how often it has changed
 * @param position up to which all that has changed it is counted
 */
record Spending(Money spent, long changes, long position) {

    static final Spending NONE = new Spending(Money.zero(CurrencyUnit.GBP), 0, -1);

    /** After an order was confirmed, or taken back when the amount is negative; the same when it is in another currency. */
    Spending after(Money amount, long at) {
        return amount.isSameCurrency(spent) ? new Spending(spent.plus(amount), changes + 1, at) : this;
    }

    /** Whether it is enough. */
    boolean reaches(Money vipFrom) {
        return !spent.isLessThan(vipFrom);
    }
}

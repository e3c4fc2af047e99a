package io.daybook.ui.pages;

import java.util.Locale;
import org.joda.money.Money;
import org.joda.money.format.MoneyFormatter;
import org.joda.money.format.MoneyFormatterBuilder;

/** Money as customers read it, for example {@code £1,204.50}. */
public final class Prices {

    private static final MoneyFormatter FORMAT = new MoneyFormatterBuilder()
            .appendCurrencySymbolLocalized()
            .appendAmountLocalized()
            .toFormatter(Locale.UK);

    private Prices() {}

    public static String text(Money money) {
        return FORMAT.print(money);
    }
}

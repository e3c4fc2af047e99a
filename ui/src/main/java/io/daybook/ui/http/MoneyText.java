package io.daybook.ui.http;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/** Money as people write it. */
public final class MoneyText {

    /** What to tell somebody whose amount could not be read. */
    public static final String EXPECTED =
            "must be an amount such as 2.55 or {\"amount\": \"2.55\", \"currency\": \"GBP\"}";

    /** Digits only, and not too many: an exponent could make a number that fills the memory. */
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,12}(\\.\\d{1,4})?");

    private MoneyText() {}

    /** The amount in pounds. */
    public static Optional<Money> read(String amount) {
        return read(amount, "GBP");
    }

    /** The amount; empty when it is none, or has more decimals than the currency. */
    public static Optional<Money> read(String amount, String currency) {
        if (!AMOUNT.matcher(amount).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Money.of(CurrencyUnit.of(currency), new BigDecimal(amount)));
        } catch (IllegalCurrencyException | ArithmeticException unfit) {
            return Optional.empty();
        }
    }
}

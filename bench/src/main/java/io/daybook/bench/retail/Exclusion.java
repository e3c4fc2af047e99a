package io.daybook.bench.retail;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a row is no line of an order; the first that applies counts. */
enum Exclusion {
    CANCELLATION("cancellation"),
    NOT_AN_INVOICE("invoice number is not six digits"),
    NOT_A_PRODUCT("not a product"),
    QUANTITY("quantity not positive"),
    PRICE("price not positive"),
    PENNIES("price has fractions of a penny");

    private static final Pattern INVOICE = Pattern.compile("\\d{6}");
    private static final Pattern PRODUCT = Pattern.compile("\\d{5}[A-Z]{0,2}");

    private final String reason;

    Exclusion(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    static @Nullable Exclusion of(SalesRow row) {
        if (row.invoice().startsWith("C")) {
            return CANCELLATION;
        }
        if (!INVOICE.matcher(row.invoice()).matches()) {
            return NOT_AN_INVOICE;
        }
        if (!PRODUCT.matcher(row.code()).matches()) {
            return NOT_A_PRODUCT;
        }
        if (row.quantity() <= 0) {
            return QUANTITY;
        }
        if (row.price().signum() <= 0) {
            return PRICE;
        }
        return inPennies(row.price()) ? null : PENNIES;
    }

    private static boolean inPennies(BigDecimal price) {
        return price.stripTrailingZeros().scale() <= 2;
    }
}

package io.daybook.query.projection;

import org.bson.Document;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Money in a document: {@code {amount: "2.55", currency: "GBP"}}, as in messages. */
public final class Amount {

    private Amount() {}

    public static Document write(Money money) {
        return new Document("amount", money.getAmount().toPlainString())
                .append("currency", money.getCurrencyUnit().getCode());
    }

    public static Money read(Document document) {
        return Money.of(
                CurrencyUnit.of(document.getString("currency")),
                new java.math.BigDecimal(document.getString("amount")));
    }
}

package io.daybook.command.payment;

import io.daybook.api.audit.ProviderBooks;
import io.daybook.api.audit.ProviderBooks.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the provider says of its books. */
final class BooksReader {

    private static final int MAX_SCALE = 18;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final JsonMapper json;

    BooksReader(JsonMapper json) {
        this.json = json;
    }

    ProviderBooks page(int status, byte[] answer) {
        JsonNode page = content(status, answer);
        List<Entry> entries = new ArrayList<>();
        page.path("payments").forEach(payment -> entries.add(entry(payment)));
        return new ProviderBooks(
                entries, page.path("next").isString() ? page.path("next").asString() : null);
    }

    /** One payment, or none when the provider does not know it. */
    ProviderBooks entry(int status, byte[] answer) {
        if (status == NOT_FOUND) {
            return new ProviderBooks(List.of(), null);
        }
        return new ProviderBooks(List.of(entry(content(status, answer))), null);
    }

    private JsonNode content(int status, byte[] answer) {
        if (status != OK) {
            throw new IllegalStateException("the provider's books were answered with status %d".formatted(status));
        }
        return json.readTree(answer);
    }

    /** One with no money that there is says so as its standing, which then is none that the log could have. */
    private static Entry entry(JsonNode payment) {
        String key = payment.path("key").asString();
        String standing = payment.path("status").asString();
        JsonNode amount = payment.path("amount");
        if (!amount.isString()) {
            return new Entry(key, standing, null);
        }
        String currency = payment.path("currency").asString();
        try {
            return new Entry(key, standing, money(currency, amount.asString()));
        } catch (IllegalArgumentException | ArithmeticException strange) {
            return new Entry(key, "%s of %s %s".formatted(standing, currency, amount.asString()), null);
        }
    }

    private static Money money(String currency, String amount) {
        BigDecimal number = new BigDecimal(amount);
        if (Math.abs((long) number.scale()) > MAX_SCALE) {
            throw new ArithmeticException("too long to be written out");
        }
        return Money.of(CurrencyUnit.of(currency), number);
    }
}

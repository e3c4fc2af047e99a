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

    private static Entry entry(JsonNode payment) {
        JsonNode amount = payment.path("amount");
        return new Entry(
                payment.path("key").asString(),
                payment.path("status").asString(),
                amount.isString()
                        ? Money.of(
                                CurrencyUnit.of(payment.path("currency").asString()), new BigDecimal(amount.asString()))
                        : null);
    }
}

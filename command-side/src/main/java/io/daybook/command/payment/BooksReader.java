package io.daybook.command.payment;

import io.daybook.api.audit.ProviderBooks;
import io.daybook.api.audit.ProviderBooks.Entry;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.EntityUtils;
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

    ProviderBooks page(HttpUriRequestBase call, ClassicHttpResponse response) throws IOException {
        JsonNode answer = content(call, response);
        List<Entry> entries = new ArrayList<>();
        answer.path("payments").forEach(payment -> entries.add(entry(payment)));
        return new ProviderBooks(
                entries, answer.path("next").isString() ? answer.path("next").asString() : null);
    }

    /** One payment, or none when the provider does not know it. */
    ProviderBooks entry(HttpUriRequestBase call, ClassicHttpResponse response) throws IOException {
        if (response.getCode() == NOT_FOUND) {
            EntityUtils.consume(response.getEntity());
            return new ProviderBooks(List.of(), null);
        }
        return new ProviderBooks(List.of(entry(content(call, response))), null);
    }

    private JsonNode content(HttpUriRequestBase call, ClassicHttpResponse response) throws IOException {
        byte[] content = EntityUtils.toByteArray(response.getEntity());
        if (response.getCode() != OK) {
            throw new IllegalStateException("%s %s was answered with status %d"
                    .formatted(call.getMethod(), call.getRequestUri(), response.getCode()));
        }
        return json.readTree(content);
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

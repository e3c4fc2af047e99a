package io.daybook.ui.http;

import java.util.Optional;
import org.joda.money.Money;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads {@code {"amount": "2.55", "currency": "GBP"}}, {@code "2.55"} and {@code 2.55}. */
final class MoneyReader extends StdDeserializer<Money> {

    MoneyReader() {
        super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        Optional<Money> money = token == JsonToken.START_OBJECT
                ? object(parser)
                : token != null && token.isScalarValue() ? MoneyText.read(parser.getString()) : Optional.empty();
        return money.orElseGet(() -> context.reportInputMismatch(Money.class, MoneyText.EXPECTED));
    }

    private static Optional<Money> object(JsonParser parser) {
        String amount = "";
        String currency = "GBP";
        boolean known = true;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("amount") && value.isScalarValue()) {
                amount = parser.getString();
            } else if (name.equals("currency") && value == JsonToken.VALUE_STRING) {
                currency = parser.getString();
            } else {
                known = false;
                parser.skipChildren();
            }
        }
        return known ? MoneyText.read(amount, currency) : Optional.empty();
    }
}

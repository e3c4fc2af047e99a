package io.daybook.ui.desk;

import io.daybook.api.order.OrderStory.Happening;
import io.daybook.ui.pages.Prices;
import io.daybook.ui.pages.Times;
import org.joda.money.Money;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What became of the money: an event of the payment, with amount, the provider's reference or reason as far as it has them. */
public record PaymentEntry(Times at, String what, String amount, String note) {

    private static final JsonMapper JSON = new JsonMapper();

    static PaymentEntry of(Happening happening) {
        JsonNode event = JSON.readTree(happening.payload());
        JsonNode amount = event.path("amount");
        return new PaymentEntry(
                Times.of(happening.at()),
                happening.what(),
                amount.isObject() ? text(amount) : "",
                event.path("providerReference").asString(event.path("reason").asString("")));
    }

    /** As prices are written; what is no money, in an event that cannot be read, as it stands there. */
    private static String text(JsonNode amount) {
        String text = amount.path("currency").asString("") + " "
                + amount.path("amount").asString("");
        try {
            return Prices.text(Money.parse(text));
        } catch (IllegalArgumentException | ArithmeticException none) {
            return text;
        }
    }
}

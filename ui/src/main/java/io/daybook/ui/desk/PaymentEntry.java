package io.daybook.ui.desk;

import io.daybook.api.order.OrderStory.Happening;
import io.daybook.ui.pages.Times;
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
                amount.isObject()
                        ? amount.path("amount").asString("") + " "
                                + amount.path("currency").asString("")
                        : "",
                event.path("providerReference").asString(event.path("reason").asString("")));
    }
}

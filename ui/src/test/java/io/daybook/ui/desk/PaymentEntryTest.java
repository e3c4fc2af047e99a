package io.daybook.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.order.OrderStory.Happening;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PaymentEntryTest {

    @Test
    void an_amount_is_written_as_prices_are() {
        assertThat(amount("{\"amount\": \"17.00\", \"currency\": \"GBP\"}")).isEqualTo("£17.00");
    }

    @Test
    void what_is_no_money_in_an_event_that_cannot_be_read_is_shown_as_it_stands() {
        assertThat(amount("{\"amount\": \"much\", \"currency\": \"GBP\"}")).isEqualTo("GBP much");
        assertThat(amount("{\"amount\": \"1.005\", \"currency\": \"GBP\"}")).isEqualTo("GBP 1.005");
    }

    private static String amount(String json) {
        return PaymentEntry.of(new Happening(
                        Instant.EPOCH,
                        "payment-1",
                        0,
                        "PaymentRequested",
                        null,
                        "{\"amount\": %s}".formatted(json),
                        List.of(),
                        null,
                        null))
                .amount();
    }
}

package io.daybook.command.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.audit.ProviderBooks.Entry;
import java.nio.charset.StandardCharsets;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BooksReaderTest {

    private final BooksReader reader = new BooksReader(new JsonMapper());

    @ParameterizedTest
    @CsvSource({"GBP, 12.505", "QQQ, 1", "GBP, much", "GBP, 1e999999999"})
    void an_entry_with_strange_money_stands_as_nothing_the_log_could_have_and_keeps_no_other_from_being_read(
            String currency, String amount) {
        String page = """
                {"payments": [
                  {"key": "a", "status": "CAPTURED", "amount": "%s", "currency": "%s"},
                  {"key": "b", "status": "VOIDED", "amount": "12.50", "currency": "GBP"}
                ]}""".formatted(amount, currency);

        assertThat(reader.page(200, page.getBytes(StandardCharsets.UTF_8)).payments())
                .containsExactly(
                        new Entry("a", "CAPTURED of %s %s".formatted(currency, amount), null),
                        new Entry("b", "VOIDED", Money.parse("GBP 12.50")));
    }
}

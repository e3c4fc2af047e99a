package io.daybook.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.bench.fake.FakeDaybook;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CsvImportTest {

    private static final String STOCK = "sku,quantity,reason,movementId\nTIN,5,Opening stock,opening-TIN\n";

    private FakeDaybook daybook;
    private DaybookClient client;

    @BeforeEach
    void start() throws IOException {
        daybook = FakeDaybook.start();
        client = Session.open(URI.create(daybook.url()), "operator", FakeDaybook.PASSWORD, Duration.ofSeconds(10))
                .client();
    }

    @AfterEach
    void stop() {
        client.close();
        daybook.close();
    }

    @Test
    void rows_that_failed_are_sent_again_though_the_platform_remembers_their_key() throws IOException {
        daybook.failingImports.set(1);
        CsvImport.stock(client, STOCK);
        CsvImport.stock(client, STOCK);
        assertThat(client.stock("TIN", Long.MAX_VALUE, 1).onHand()).isEqualTo(5);
    }

    @Test
    void rows_that_fail_each_time_are_told() {
        daybook.failingImports.set(9);
        assertThatThrownBy(() -> CsvImport.stock(client, STOCK)).hasMessageContaining("were refused: \"too busy\"");
    }
}

package io.daybook.ui.imports;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.daybook.api.catalog.CatalogCommand.ListProduct;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.AccountsDatabase;
import io.daybook.ui.http.ApiJson;
import io.daybook.ui.http.TooBusy;
import io.daybook.ui.world.People;
import io.daybook.ui.world.ShopTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One import runs and one waits; there is no room for more. */
@ShopTest
class FullImportsTest {

    private static final ImportSettings SETTINGS = new ImportSettings(
            1,
            1,
            1,
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofSeconds(15),
            10,
            Duration.ofDays(1),
            Duration.ofDays(1));

    private final AccountsDatabase database;
    private final Account ada = People.newCustomer();

    @Autowired
    FullImportsTest(AccountsDatabase database) {
        this.database = database;
    }

    @Test
    void an_interrupted_import_stays_on_record_when_there_is_no_room_for_the_rest_of_it() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(ListProduct.class.getName(), message -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return null;
        });
        ImportStore store = new ImportStore(database, SETTINGS, Clock.systemUTC());
        try (Imports imports = new Imports(
                store, DefaultCommandGateway.builder().commandBus(bus).build(), new ApiJson(), SETTINGS)) {
            String id = begin(imports, "spring");
            begun.await();
            begin(imports, "summer");
            beSilent(id);
            long before = records().countDocuments();

            assertThatThrownBy(() -> begin(imports, "spring")).isInstanceOf(TooBusy.class);
            assertThat(imports.get(id).id()).isEqualTo(id);
            assertThatThrownBy(() -> begin(imports, "autumn")).isInstanceOf(TooBusy.class);
            assertThat(records().countDocuments()).isEqualTo(before);
        }
    }

    private String begin(Imports imports, String key) throws IOException {
        String file = "sku,name,description,category,price,picture\nLAMP,Lamp,d,Lights,2.55,\n";
        return imports.begin(
                ImportKind.PRODUCTS,
                new Imports.Format.Csv(StandardCharsets.UTF_8),
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                ada,
                key);
    }

    private void beSilent(String id) {
        records()
                .updateOne(
                        eq("_id", id),
                        Updates.set("aliveAt", Date.from(Instant.now().minusSeconds(60))));
    }

    private MongoCollection<Document> records() {
        return database.collection("imports");
    }
}

package io.daybook.standalone.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event of the one order in the book cannot be read any more, and views are made anew. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StaffLettersJourneyIT {

    private static final String PAGE = "/staff/operations/dead-letters";
    private static final String POISON = " WHERE payloadType LIKE '%PaymentAuthorized'";

    @TempDir
    private Path data;

    @Test
    void a_dead_letter_is_looked_at_mended_and_tried_again() throws Exception {
        try (Shop shop = Shop.open(data);
                Visitor ada = shop.visitor()) {
            ada.opensAnAccount("Ada Ledger");
            ada.takes("TOY-001", 1);
            ada.orders("4242 4242 4242 4242");
            ada.watchesItBecome("Confirmed");
        }
        byte[] payload = payload();
        write("{\"broken".getBytes(StandardCharsets.UTF_8));
        assertThat(data.resolve("views.mv").toFile().delete()).isTrue();

        try (Shop shop = Shop.open(data);
                Visitor olive = shop.visitor();
                Visitor phone = shop.visitorWithPhone(com.microsoft.playwright.options.ColorScheme.DARK)) {
            olive.signsInAs("operator@daybook.example", "operator-demo");
            olive.goTo(PAGE);
            Locator letters = olive.page().locator(".letter");
            assertThat(letters).hasCount(2);
            assertThat(letters.first()).containsText("PaymentAuthorized");
            letters.first().locator("summary").first().click();
            olive.takesAPicture("staff-dead-letters");
            phone.signsInAs("operator@daybook.example", "operator-demo");
            phone.goTo(PAGE);
            phone.takesAPicture("staff-dead-letters-phone");

            olive.page().locator("#all-reason").fill("mended, or so they say");
            olive.button("Try all again").click();
            assertThat(letters.first()).containsText("tried 2 times");

            write(payload);
            olive.page().locator("#all-reason").fill("mended in the book");
            olive.button("Try all again").click();
            assertThat(olive.page().getByText("Nothing was put aside.")).isVisible();
            olive.goTo("/staff/operations/audit?text=mended");
            assertThat(olive.page().getByText("4 decisions")).isVisible();
            olive.goTo("/staff/fulfilments");
            assertThat(olive.page().getByText("Nothing is stuck.")).isVisible();
            olive.takesAPicture("staff-fulfilment");
            assertThat(olive.complaints()).isEmpty();
        }
    }

    private byte[] payload() throws SQLException {
        try (Connection book = book();
                PreparedStatement read = book.prepareStatement("SELECT payload FROM DomainEventEntry" + POISON);
                ResultSet row = read.executeQuery()) {
            assertThat(row.next()).isTrue();
            return row.getBytes(1);
        }
    }

    private void write(byte[] payload) throws SQLException {
        try (Connection book = book();
                PreparedStatement write = book.prepareStatement("UPDATE DomainEventEntry SET payload = ?" + POISON)) {
            write.setBytes(1, payload);
            assertThat(write.executeUpdate()).isEqualTo(1);
        }
    }

    private Connection book() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + data.resolve("book.db"));
    }
}

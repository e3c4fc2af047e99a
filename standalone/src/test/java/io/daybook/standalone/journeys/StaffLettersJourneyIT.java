package io.daybook.standalone.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot go on by itself: events that nobody can read, and orders that are stuck. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StaffLettersJourneyIT {

    private static final String PAGE = "/staff/operations/dead-letters";
    private static final String OPERATOR = "operator@daybook.example";
    private static final String OPERATOR_PASSWORD = "operator-demo";
    private static final String POISON = " WHERE globalIndex ="
            + " (SELECT min(globalIndex) FROM DomainEventEntry WHERE payloadType LIKE '%PaymentAuthorized')";

    @TempDir
    private Path data;

    @Test
    void a_dead_letter_is_looked_at_mended_tried_again_and_given_up() throws Exception {
        try (Shop shop = Shop.open(data);
                Visitor ada = shop.visitor()) {
            ada.opensAnAccount("Ada Ledger");
            orders(ada, "4242 4242 4242 4242", "Confirmed");
        }
        byte[] payload = payload();
        write("{\"broken".getBytes(StandardCharsets.UTF_8));
        readAgain();

        try (Shop shop = Shop.open(data);
                Visitor grace = shop.visitor();
                Visitor olive = shop.visitor();
                Visitor phone = shop.visitorWithPhone(ColorScheme.DARK)) {
            olive.signsInAs(OPERATOR, OPERATOR_PASSWORD);
            olive.goTo(PAGE);
            Locator letters = olive.page().locator(".letter");
            assertThat(letters).hasCount(3);
            for (String group : new String[] {"fulfilment", "fulfilments", "orders"}) {
                Locator letter = of(letters, group);
                assertThat(letter).containsText("PaymentAuthorized");
                assertThat(letter.locator(".cause")).not().isEmpty();
                assertThat(letter).containsText("wait behind it");
            }
            grace.opensAnAccount("Grace Journal");
            orders(grace, "4242 4242 4242 4242", "Confirmed");
            Locator payloadShown = of(letters, "fulfilment").locator("summary").first();
            payloadShown.click();
            assertThat(of(letters, "fulfilment").locator("pre")).hasText("{\"broken");
            olive.page().evaluate("scrollTo(0, 0)");
            olive.takesAPicture("staff-dead-letters");
            phone.signsInAs(OPERATOR, OPERATOR_PASSWORD);
            phone.goTo(PAGE);
            phone.takesAPicture("staff-dead-letters-phone");
            AccessibilityIT.checkHere(olive, "staff-dead-letters", "desk-light");
            AccessibilityIT.checkHere(phone, "staff-dead-letters", "phone-dark");

            olive.page().locator("#all-reason").fill("mended, or so they say");
            olive.leavesBy(olive.button("Try all again"));
            for (String group : new String[] {"fulfilment", "fulfilments", "orders"}) {
                assertThat(of(letters, group)).containsText("tried 2 times");
            }

            Locator drop = of(letters, "orders");
            drop.getByText("Give it up").click();
            drop.locator("details[open] input[name=reason]").fill("the page can do without");
            olive.leavesBy(drop.getByText("Give up"));
            assertThat(letters).hasCount(2);

            write(payload);
            olive.page().locator("#all-reason").fill("mended in the book");
            olive.button("Try all again").click();
            assertThat(olive.page().getByText("Nothing was put aside.")).isVisible();
            for (String decision : new String[] {"or so they say", "the page can do without", "mended in the book"}) {
                olive.sees("/staff/operations/audit?text=" + decision.replace(" ", "%20"), decision);
            }
            olive.sees("/staff/orders?state=CONFIRMED", "2 orders");
            olive.sees("/staff/fulfilments", "Nothing is stuck.");
            assertThat(olive.complaints()).isEmpty();
        }
    }

    @Test
    void a_stuck_order_is_seen_coming_and_is_tried_again_with_a_reason() throws Exception {
        try (Shop shop = Shop.open(data, "--daybook.fulfilment.compensation=2s");
                Visitor ada = shop.visitor();
                Visitor olive = shop.visitor();
                Visitor phone = shop.visitorWithPhone(ColorScheme.DARK)) {
            olive.signsInAs(OPERATOR, OPERATOR_PASSWORD);
            olive.goTo("/staff/fulfilments");
            assertThat(olive.page().getByText("Nothing is stuck.")).isVisible();
            olive.marks();
            ada.opensAnAccount("Ada Ledger");
            ada.takes("TOY-001", 1);
            ada.fillsInTheAddress();
            ada.page().getByText("More cards").click();
            ada.page().getByLabel("4000 0000 0000 0127").check();
            ada.button("Place order").click();
            ada.page().waitForURL("**/orders/*");

            Locator stuck = olive.page().locator("#stuck-orders .letter");
            assertThat(stuck).hasCount(1);
            olive.stillHasTheMark();
            assertThat(stuck).containsText("VOID_PAYMENT");
            assertThat(stuck).not().containsText("Undo everything");
            stuck.getByText("Try again").click();
            Locator reason = stuck.locator("details[open] input[name=reason]");
            reason.fill("the provider is said to be back");
            olive.page().waitForResponse(answer -> answer.url().contains("/staff/fulfilments?"), () -> {});
            assertThat(reason).hasValue("the provider is said to be back");
            olive.takesAPicture("staff-fulfilment");
            phone.signsInAs(OPERATOR, OPERATOR_PASSWORD);
            phone.goTo("/staff/fulfilments");
            phone.takesAPicture("staff-fulfilment-phone");
            AccessibilityIT.checkHere(olive, "staff-fulfilment", "desk-light");
            AccessibilityIT.checkHere(phone, "staff-fulfilment", "phone-dark");
            stuck.getByText("Try the step again").click();
            assertThat(olive.page().getByText("is being tried again")).isVisible();
            String order = ada.page().url().replaceAll(".*/", "");
            olive.sees("/staff/orders/" + order, "the provider is said to be back");
            assertThat(olive.complaints()).isEmpty();
        }
    }

    private static void orders(Visitor visitor, String card, String becomes) {
        visitor.takes("TOY-001", 1);
        visitor.orders(card);
        visitor.watchesItBecome(becomes);
    }

    private static Locator of(Locator letters, String group) {
        return letters.filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + group + ":")));
    }

    /** As if the processing groups had not read any of it. */
    private void readAgain() throws SQLException {
        try (Connection book = book();
                PreparedStatement tokens =
                        book.prepareStatement("DELETE FROM TokenEntry WHERE processorName = 'fulfilment'")) {
            tokens.executeUpdate();
        }
        assertThat(data.resolve("views.mv").toFile().delete()).isTrue();
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

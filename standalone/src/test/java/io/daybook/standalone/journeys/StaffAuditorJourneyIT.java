package io.daybook.standalone.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An operator finds out what somebody has changed by hand, and puts it right. */
@ParameterizedClass
@EnumSource(Shape.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StaffAuditorJourneyIT {

    private static final String PAGE = "/staff/operations/auditor";
    private static final LocatorAssertions.HasTextOptions SOON =
            new LocatorAssertions.HasTextOptions().setTimeout(90_000);
    private static final LocatorAssertions.IsVisibleOptions SEEN_SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);
    private static final LocatorAssertions.HasCountOptions COUNTED_SOON =
            new LocatorAssertions.HasCountOptions().setTimeout(90_000);

    @TempDir
    private static Path data;

    private static Path folder;
    private static Shop shop;

    @Parameter
    private Shape shape;

    private Visitor olive;

    @BeforeParameterizedClassInvocation
    static void open(Shape shape) {
        folder = data.resolve(shape.name());
        // With its usual share of a processor, a round through the log may take it a minute and more.
        shop = Shop.open(shape, folder, "--daybook.auditor.share=0.5", "--daybook.auditor.least-rest=10ms");
    }

    @AfterParameterizedClassInvocation
    static void close() {
        if (shop != null) {
            shop.close();
            shop = null;
        }
    }

    @BeforeEach
    void come_to_work() {
        olive = shop.visitor();
        olive.signsInAs("operator@daybook.example", "operator-demo");
    }

    @AfterEach
    void leave() {
        olive.close();
        assertThat(olive.complaints())
                .as("what scripts and the content security policy complained about")
                .isEmpty();
    }

    @Test
    void what_was_changed_by_hand_is_seen_with_its_evidence_and_put_right_by_click() throws SQLException {
        String changed = order();
        String dropped = order();
        String untaken = order();
        olive.goTo(PAGE);
        assertThat(olive.page().getByText("all that was looked at is as the log says"))
                .isVisible();
        changeViews(changed, dropped);
        changeBooks("payment-" + untaken);

        Locator corrupt = finding("orders:" + changed);
        assertThat(corrupt).isVisible(SEEN_SOON);
        assertThat(finding("orders:" + dropped)).isVisible(SEEN_SOON);
        assertThat(finding("stock:MAIN:NOTHING")).isVisible(SEEN_SOON);
        assertThat(finding("payments:payment-" + untaken)).isVisible(SEEN_SOON);
        assertThat(olive.page().locator("#drift")).hasText("4", SOON);
        assertThat(corrupt).containsText("CONFIRMED");
        assertThat(corrupt).containsText("REJECTED");
        corrupt.locator("summary").click();
        assertThat(corrupt).containsText("OrderConfirmed");
        olive.page().evaluate("scrollTo(0, 0)");
        olive.takesAPicture("staff-auditor-found-%s".formatted(shape));

        putRight("orders:" + changed, "Make the entry anew", "somebody typed into the view");
        putRight("orders:" + dropped, "Make the entry anew", "lost with a disk");
        putRight("stock:MAIN:NOTHING", "Take the entry out", "left over from a test");
        putRight("payments:payment-" + untaken, "Take the money again", "the provider forgot it");
        assertThat(olive.page().locator("article.steering")).hasCount(0, COUNTED_SOON);
        Locator past = olive.page().getByLabel("Past findings").locator("tbody tr");
        assertThat(past.filter(new Locator.FilterOptions().setHasText("repaired")))
                .hasCount(4);
        assertThat(olive.page().locator("#drift")).hasText("0", SOON);
        olive.takesAPicture("staff-auditor-repaired-%s".formatted(shape));

        olive.goTo("/staff/operations/audit?text=somebody typed");
        assertThat(olive.page().locator("main")).containsText("orders:" + changed);
        olive.goTo("/staff/operations/audit?text=repaired");
        assertThat(olive.page().locator("main")).containsText("the provider forgot it");
        olive.takesAPicture("staff-auditor-on-record-%s".formatted(shape));
        olive.sees("/staff/orders/" + changed, "Confirmed");
        olive.sees("/staff/orders/" + dropped, "Confirmed");
    }

    private static String order() {
        try (Visitor ada = shop.visitor()) {
            ada.opensAnAccount("Ada Ledger");
            ada.takes("TOY-001", 1);
            ada.orders("4242 4242 4242 4242");
            ada.watchesItBecome("Confirmed");
            String page = ada.page().url();
            return page.substring(page.lastIndexOf('/') + 1);
        }
    }

    /** One entry is changed, one dropped, and one added of which the log knows nothing. */
    private static void changeViews(String changed, String dropped) {
        ConnectionString views = new ConnectionString(shop.views());
        try (MongoClient client = MongoClients.create(views)) {
            var database = client.getDatabase(Objects.requireNonNull(views.getDatabase()));
            MongoCollection<Document> orders = database.getCollection("orders");
            await().until(() -> orders.countDocuments(
                            Filters.and(Filters.in("_id", changed, dropped), Filters.eq("state", "CONFIRMED")))
                    == 2);
            orders.updateOne(Filters.eq("_id", changed), Updates.set("state", "REJECTED"));
            orders.deleteOne(Filters.eq("_id", dropped));
            MongoCollection<Document> stock = database.getCollection("stock");
            Document like = Objects.requireNonNull(
                    stock.find(Filters.eq("_id", "MAIN:TOY-001")).first());
            stock.insertOne(new Document(like).append("_id", "MAIN:NOTHING"));
        }
    }

    /** The provider has the money set aside, and not taken. */
    private static void changeBooks(String payment) throws SQLException {
        try (Connection books = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("payments.db"));
                PreparedStatement change =
                        books.prepareStatement("update payment set status = 'AUTHORIZED' where key = ?")) {
            change.setString(1, payment);
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }

    private void putRight(String finding, String button, String reason) {
        Locator article = finding(finding);
        article.getByLabel("Reason").fill(reason);
        olive.leavesBy(article.getByText(button, new Locator.GetByTextOptions().setExact(true)));
        assertThat(olive.page().getByText("The repair is on record")).isVisible();
    }

    private Locator finding(String id) {
        return olive.page().locator("article.steering").filter(new Locator.FilterOptions().setHasText(id));
    }
}

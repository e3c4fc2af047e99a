package io.daybook.standalone.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StaffLogsJourneyIT {

    private static final String FAILS_AT_THE_PROVIDER = "4000 0000 0000 0101";
    private static final String LOGS = "/staff/operations/logs";

    @TempDir
    private static Path data;

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open(data);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    /** A payment that comes to nothing at first is one of the few things about an order that are worth a line. */
    private static String placesAnOrderThatIsLogged() {
        try (Visitor ada = shop.visitor()) {
            ada.opensAnAccount("Ada Ledger");
            ada.takes("TOY-001", 1);
            ada.fillsInTheAddress();
            ada.page().getByText("More cards").click();
            ada.page().getByLabel(FAILS_AT_THE_PROVIDER).check();
            ada.button("Place order").click();
            ada.page().waitForURL("**/orders/*");
            String url = ada.page().url();
            return url.substring(url.lastIndexOf('/') + 1).replaceAll("[?#].*", "");
        }
    }

    private static Visitor operator() {
        Visitor olive = shop.visitor();
        olive.signsInAs("operator@daybook.example", "operator-demo");
        return olive;
    }

    private static Locator linesAbout(Visitor olive, String order) {
        return olive.page().locator("#log-lines tr", new Page.LocatorOptions().setHasText(order));
    }

    @Test
    void a_line_about_an_order_comes_while_the_operator_looks_and_leads_to_all_that_is_known_of_it() {
        try (Visitor olive = operator()) {
            olive.goTo("/staff/overview");
            olive.page().locator("nav.staff a[href='" + LOGS + "']").click();
            assertThat(olive.heading("Logs")).isVisible();
            assertThat(olive.page().getByText("Following: new lines come on top."))
                    .isVisible();
            olive.marks();

            String order = placesAnOrderThatIsLogged();

            assertThat(linesAbout(olive, order).first()).containsText("came to nothing");
            assertThat(linesAbout(olive, order).first().locator("td").nth(2)).containsText("payment-");
            assertThat(linesAbout(olive, order).first().locator("time")).not().containsText("UTC");
            olive.stillHasTheMark();
            olive.takesAPicture("staff-logs-live");

            olive.page().getByLabel("Order number").fill(order);
            olive.button("Find").click();
            assertThat(linesAbout(olive, order).first()).isVisible();
            assertThat(olive.page().locator("#log-lines tr"))
                    .hasCount(linesAbout(olive, order).count());
            olive.takesAPicture("staff-logs-of-an-order");

            olive.page().locator("#log-lines a[href*='trace=']").first().click();
            assertThat(linesAbout(olive, order).first()).isVisible();
            olive.page()
                    .locator("#log-lines a[href='/staff/orders/" + order + "']")
                    .first()
                    .click();
            assertThat(olive.heading("Everything that happened")).isVisible();
            olive.page().getByText("Logs of this order").click();
            assertThat(linesAbout(olive, order).first()).isVisible();
            assertThat(olive.complaints()).isEmpty();
        }
    }

    @Test
    void nothing_moves_while_the_page_is_paused_and_nothing_is_lost() {
        try (Visitor olive = operator()) {
            olive.goTo(LOGS + "?text=came%20to%20nothing");
            olive.button("Pause").click();
            assertThat(olive.page().locator("#log-state")).hasText("Paused.");

            String order = placesAnOrderThatIsLogged();

            assertThat(olive.page().locator("#log-state")).containsText("more");
            assertThat(linesAbout(olive, order)).hasCount(0);
            olive.takesAPicture("staff-logs-paused");
            olive.button("Go on").click();
            assertThat(linesAbout(olive, order).first()).isVisible();
            assertThat(olive.complaints()).isEmpty();
        }
    }

    @Test
    void lines_are_searched_without_javascript_on_a_phone() {
        String order = placesAnOrderThatIsLogged();
        try (Visitor carl = shop.visitorWithoutJavaScript()) {
            carl.signsInAs("operator@daybook.example", "operator-demo");
            carl.sees(LOGS + "?order=" + order, "came to nothing");
            carl.goTo(LOGS);
            carl.page().getByLabel("Text").fill("CAME TO");
            carl.page().getByLabel("Level").selectOption("INFO");
            carl.page().getByLabel("Order number").fill(order);
            carl.button("Find").click();
            assertThat(linesAbout(carl, order).first()).isVisible();
            assertThat(carl.page().locator("#log-pause")).isHidden();
            carl.page().getByLabel("Level").selectOption("ERROR");
            carl.button("Find").click();
            assertThat(carl.page().getByText("No line is like that.")).isVisible();
            carl.takesAPicture("staff-logs-without-javascript");
        }
    }

    @Test
    void logs_can_be_read_at_night_on_a_phone() {
        String order = placesAnOrderThatIsLogged();
        try (Visitor olive = shop.visitorWithPhone(ColorScheme.DARK)) {
            olive.signsInAs("operator@daybook.example", "operator-demo");
            olive.sees(LOGS + "?order=" + order, "came to nothing");
            olive.takesAPicture("staff-logs-phone-dark");
            assertThat((Boolean) olive.page()
                            .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("the page is no wider than the phone")
                    .isTrue();
        }
    }
}

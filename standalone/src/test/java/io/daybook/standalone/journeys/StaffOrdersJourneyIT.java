package io.daybook.standalone.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StaffOrdersJourneyIT {

    @TempDir
    private static Path data;

    private static Shop shop;

    private Visitor olive;

    @BeforeAll
    static void open() {
        shop = Shop.open(data);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void come_in() {
        try (Visitor ada = shop.visitor()) {
            ada.opensAnAccount("Ada Ledger");
            ada.takes("TOY-001", 1);
            ada.orders("4242 4242 4242 4242");
            ada.watchesItBecome("Confirmed");
        }
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
    void an_order_is_found_read_and_cancelled_with_a_reason() {
        olive.goTo("/staff/orders");
        olive.page().getByLabel("Order number, e-mail or product code").fill("TOY-001");
        olive.page().getByLabel("State").selectOption("CONFIRMED");
        olive.button("Find").click();
        olive.takesAPicture("staff-orders");
        olive.page().locator("tbody a").first().click();
        assertThat(olive.heading("Everything that happened")).isVisible();
        assertThat(olive.page().locator(".story")).containsText("PaymentCaptured");
        olive.takesAPicture("staff-story");
        olive.page().getByLabel("Reason").fill("The customer called");
        olive.button("Cancel and refund this order").click();
        assertThat(olive.page().getByText("The cancellation is noted")).isVisible();
        olive.sees(olive.page().url(), "PaymentRefunded");
        assertThat(olive.page().locator(".story")).containsText("by operator@daybook.example");
        olive.takesAPicture("staff-story-cancelled");
    }

    @Test
    void a_customer_becomes_a_vip_for_a_reason() {
        olive.goTo("/staff/customers?q=Ledger");
        olive.page().locator("tbody a").first().click();
        olive.page().locator("#tier").selectOption("VIP");
        olive.page().locator("#tier-reason").fill("Buys every day");
        olive.button("Change the tier").click();
        assertThat(olive.page().getByText("next orders are treated as VIP")).isVisible();
        olive.sees(olive.page().url(), "<dd>VIP</dd>");
        assertThat(olive.page().locator(".timeline").first()).containsText("Buys every day");
        olive.takesAPicture("staff-customer");
    }

    @Test
    void figures_move_on_the_open_page() {
        olive.goTo("/staff/overview");
        assertThat(olive.page().locator(".chart canvas")).hasCount(4);
        olive.takesAPicture("staff-overview");
        olive.goTo("/staff/queues");
        assertThat(olive.heading("Queues")).isVisible();
        olive.takesAPicture("staff-queues");
    }
}

package io.daybook.standalone.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Staff read the log: events, causes, and how things stood. */
@ParameterizedClass
@EnumSource(Shape.class)
class EventLogJourneyIT extends BothShapes {

    private static String order;

    private Visitor olive;

    @BeforeParameterizedClassInvocation
    static void somebodyHasOrdered() {
        try (Visitor ada = shop.visitor()) {
            ada.opensAnAccount("Ada Ledger");
            ada.takes("TOY-001", 2);
            ada.orders("4242 4242 4242 4242");
            ada.watchesItBecome("Confirmed");
            String url = ada.page().url();
            order = url.substring(url.lastIndexOf('/') + 1);
        }
    }

    @BeforeEach
    void come_in() {
        olive = operator();
    }

    private void picture(String name) {
        olive.takesAPicture("event-log-%s-%s".formatted(shapeName(), name));
    }

    @Test
    void the_newest_events_are_read_and_others_are_found() {
        olive.goTo("/staff/history");
        assertThat(olive.page().locator("tbody tr").first()).containsText("Order");
        picture("newest");
        olive.page().locator("#history-type").fill("PaymentCaptured");
        olive.button("Find").click();
        Locator captured = olive.page().locator("tbody tr").first();
        assertThat(captured).containsText("PaymentCaptured");
        assertThat(captured).containsText("RecordCapture");
        olive.goTo("/staff/history?way=oldest&position=0&type=ProductListed");
        assertThat(olive.page().locator("tbody tr").first()).containsText("ProductListed");
        olive.goTo("/staff/history?order=" + order);
        assertThat(olive.page().locator("tbody tr")).hasCount(7);
        picture("order");
    }

    @Test
    void personal_data_is_shown_once_for_a_reason_and_the_audit_page_says_so() {
        olive.goTo("/staff/history/streams/" + order + "/0");
        assertThat(olive.heading("OrderPlaced")).isVisible();
        assertThat(olive.page().locator("main")).not().containsText("Quay Street");
        assertThat(olive.page().locator("main")).not().containsText("tok_approve");
        picture("masked");
        olive.page().getByLabel("Reason").fill("The carrier asks");
        olive.button("Show personal data").click();
        assertThat(olive.page().locator("pre").first()).containsText("Quay Street");
        assertThat(olive.page().locator("main")).not().containsText("tok_approve");
        picture("shown");
        olive.page().reload();
        assertThat(olive.page().locator("main")).not().containsText("Quay Street");
        olive.goTo("/staff/operations/audit");
        assertThat(olive.page().locator("tbody tr").first()).containsText("The carrier asks");
    }

    @Test
    void an_order_is_followed_from_command_to_events_to_commands() {
        olive.goTo("/staff/orders/" + order);
        olive.page().getByText("What caused what").first().click();
        Locator rows = olive.page().locator(".cause-rows > li");
        assertThat(rows.first()).containsText("PlaceOrder");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("because of StockReserved")))
                .containsText("CapturePayment");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("MAIN:TOY-001")))
                .containsText("UnitsReserved");
        assertThat(rows.last()).containsText("OrderConfirmed");
        picture("causes");
        try (Visitor phone = shop.visitorWithPhone(ColorScheme.DARK)) {
            phone.signsInAs("operator@daybook.example", "operator-demo");
            phone.goTo("/staff/history/streams/payment-" + order + "/0/causes");
            assertThat(phone.page().locator(".cause-rows > li.chosen")).containsText("PaymentRequested");
            phone.takesAPicture("event-log-%s-causes-phone".formatted(shapeName()));
        }
    }

    @Test
    void an_order_and_stock_are_seen_as_they_stood() {
        olive.goTo("/staff/history/orders/" + order);
        Locator state = olive.page().locator("pre").first();
        assertThat(state).containsText("CONFIRMED");
        olive.page().getByText("OrderPlaced").first().click();
        assertThat(state).containsText("PLACED");
        assertThat(state).not().containsText("CONFIRMED");
        olive.page().getByText("One on").click();
        assertThat(olive.page().locator(".changes > li.here")).containsText("PaymentRequested");
        picture("as-it-stood");
        olive.goTo("/staff/history/stock/TOY-001");
        assertThat(state).containsText(order);
        olive.page().getByText("One back").click();
        assertThat(state).not().containsText(order);
        picture("stock-as-it-stood");
    }
}

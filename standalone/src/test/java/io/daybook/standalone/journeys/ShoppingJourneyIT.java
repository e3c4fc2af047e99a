package io.daybook.standalone.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Shape.class)
class ShoppingJourneyIT extends BothShapes {

    private static final String APPROVED = "4242 4242 4242 4242";
    private static final String DECLINED = "4000 0000 0000 0002";

    private Visitor ada;

    @BeforeEach
    void come_in() {
        ada = comesIn();
    }

    @Test
    void somebody_looks_around_searches_and_finds() {
        ada.goTo("/");
        assertThat(ada.heading("Good things, honestly counted")).isVisible();
        ada.takesAPicture("home");
        ada.page().getByLabel("Search the shop").fill("teddy");
        assertThat(ada.heading("Results for “teddy”")).isVisible();
        assertThat(ada.page()).hasURL(Pattern.compile(".*/\\?q=teddy"));
        assertThat(ada.page().getByLabel("Search the shop")).isFocused();
        ada.page().locator(".card-link").first().click();
        assertThat(ada.heading("Old-School Teddy Bear")).isVisible();
        ada.takesAPicture("product");
        ada.page().goBack();
        assertThat(ada.heading("Results for “teddy”")).isVisible();
        ada.page().locator(".categories").getByText("Garden").click();
        assertThat(ada.heading("Garden").first()).isVisible();
    }

    @Test
    void an_order_is_watched_until_it_is_confirmed_and_dispatched() {
        ada.takes("TOY-001", 2);
        ada.goTo("/cart");
        ada.takesAPicture("basket");
        ada.page().getByText("Go to checkout").click();
        ada.page().getByText("Open an account").click();
        ada.fillInAccount("Ada Ledger");
        assertThat(ada.heading("Checkout")).isVisible();
        ada.takesAPicture("checkout");
        ada.orders(APPROVED);
        ada.marks();
        ada.takesAPicture("order-placed");
        ada.watchesItBecome("Confirmed");
        ada.stillHasTheMark();
        ada.takesAPicture("order-confirmed");

        try (Visitor olive = shop.visitor()) {
            olive.signsInAs("operator@daybook.example", "operator-demo");
            olive.goTo(ada.page().url());
            olive.button("Dispatch this order").click();
            assertThat(olive.page().getByText("The order leaves the warehouse."))
                    .isVisible();
        }
        ada.watchesItBecome("Dispatched");
        ada.stillHasTheMark();
    }

    private void somebodyElseBuys(String sku, int quantity) {
        try (Visitor bert = shop.visitor()) {
            bert.opensAnAccount("Bert Blot");
            bert.takes(sku, quantity);
            bert.orders(APPROVED);
            bert.watchesItBecome("Confirmed");
        }
    }

    @Test
    void stock_changes_on_the_open_page_when_somebody_else_buys() {
        ada.goTo("/products/TOY-008");
        assertThat(ada.page().locator(".buy .stock")).containsText("6 available");
        ada.marks();
        somebodyElseBuys("TOY-008", 3);
        assertThat(ada.page().locator(".buy .stock")).hasText("Only 3 left");
        ada.stillHasTheMark();
        ada.takesAPicture("product-live");
        assertThat(ada.button("Add to basket")).isEnabled();
        somebodyElseBuys("TOY-008", 3);
        assertThat(ada.page().locator(".buy .stock")).hasText("Sold out");
        assertThat(ada.button("Add to basket")).isDisabled();
        ada.takesAPicture("product-sold-out");
    }

    @Test
    void a_basket_warns_when_the_last_ones_go_and_the_order_says_what_was_short() {
        ada.opensAnAccount("Ada Ledger");
        ada.takes("KIT-008", 3);
        ada.goTo("/cart");
        assertThat(ada.page().locator(".cart-line .stock")).hasText("Only 3 left");
        somebodyElseBuys("KIT-008", 1);
        assertThat(ada.page().locator(".cart-line .stock")).hasText("Only 2 available, you want 3");
        ada.takesAPicture("basket-short");

        ada.orders(APPROVED);
        ada.watchesItBecome("Not fulfilled");
        assertThat(ada.page().getByText("There was not enough of")).isVisible();
        ada.takesAPicture("order-short");

        ada.button("Put everything back in the basket").click();
        ada.page().waitForURL("**/cart");
        ada.page().getByLabel("Quantity of Stockpot").fill("2");
        ada.page().keyboard().press("Tab");
        assertThat(ada.page().locator(".cart-line .stock")).hasText("Only 2 left");
        assertThat(ada.page().locator(".sum strong")).hasText("£88.00");
    }

    @Test
    void pressing_the_button_twice_places_one_order() {
        ada.opensAnAccount("Ada Ledger");
        ada.takes("FOO-004", 1);
        ada.fillsInTheAddress();
        ada.button("Place order").dblclick();
        ada.page().waitForURL("**/orders/*");
        ada.watchesItBecome("Confirmed");
        ada.goTo("/orders");
        assertThat(ada.page().locator(".history-order")).hasCount(1);
        assertThat(ada.page().locator(".badge")).containsText("0");
    }

    @Test
    void a_declined_card_costs_nothing_and_loses_nothing() {
        ada.opensAnAccount("Ada Ledger");
        ada.takes("STA-001", 1);
        ada.orders(DECLINED);
        ada.watchesItBecome("Not fulfilled");
        assertThat(ada.page().locator(".standing")).containsText("You have not been charged");
        ada.takesAPicture("order-declined");
        ada.button("Put everything back in the basket").click();
        ada.page().waitForURL("**/cart");
        assertThat(ada.page().locator(".cart-name")).hasText("Fountain Pen, Medium");
    }

    @Test
    void an_order_is_taken_back() {
        ada.opensAnAccount("Ada Ledger");
        ada.takes("BOO-001", 1);
        ada.orders(APPROVED);
        ada.watchesItBecome("Confirmed");
        ada.button("Cancel this order").click();
        ada.watchesItBecome("Cancelled");
        ada.takesAPicture("order-cancelled");
    }

    @Test
    void who_comes_back_finds_basket_and_history() {
        ada.opensAnAccount("Ada Ledger");
        ada.takes("PET-002", 2);
        ada.orders(APPROVED);
        ada.watchesItBecome("Confirmed");
        ada.button("Sign out").click();
        assertThat(ada.page().getByText("Sign in").first()).isVisible();
        ada.takes("PET-004", 1);
        ada.signsIn();
        ada.goTo("/orders");
        assertThat(ada.page().locator(".history-order")).containsText("Rope Bone");
        ada.takesAPicture("history");
        ada.goTo("/cart");
        assertThat(ada.page().locator(".cart-name")).hasText("Feather Wand");
    }

    @Test
    void everything_on_the_way_to_an_order_works_without_javascript() {
        try (Visitor carl = shop.visitorWithoutJavaScript()) {
            carl.goTo("/");
            carl.page().getByLabel("Search the shop").fill("pretzel");
            carl.page().keyboard().press("Enter");
            carl.page().locator(".card button").first().click();
            assertThat(carl.heading("Your basket")).isVisible();
            carl.page().getByLabel("Quantity of Salted Pretzels").fill("3");
            carl.button("Update").click();
            assertThat(carl.page().locator(".sum strong")).hasText("£7.80");
            carl.page().getByText("Go to checkout").click();
            carl.page().getByText("Open an account").click();
            carl.fillInAccount("Carl Plain");
            carl.orders(APPROVED);
            carl.watchesItBecome("Confirmed");
            carl.takesAPicture("without-javascript");
            carl.button("Cancel this order").click();
            carl.watchesItBecome("Cancelled");
        }
    }

    @Test
    void an_address_that_leads_nowhere_leads_back() {
        ada.goTo("/no/such/page");
        assertThat(ada.heading("There is no such page")).isVisible();
        ada.page().getByText("Go to the shop").click();
        assertThat(ada.page()).hasURL(shop.url() + "/");
    }

    @Test
    void a_form_tells_what_is_missing_and_leads_there() {
        ada.opensAnAccount("Ada Ledger");
        ada.takes("STA-004", 1);
        ada.fillsInTheAddress();
        ada.page().getByLabel("Postcode").fill(" ");
        ada.button("Place order").click();
        ada.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Postcode"))
                .click();
        ada.takesAPicture("checkout-missing");
        assertThat(ada.page().getByLabel("Postcode")).isFocused();
    }
}

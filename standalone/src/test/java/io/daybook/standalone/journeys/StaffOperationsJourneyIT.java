package io.daybook.standalone.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Shape.class)
class StaffOperationsJourneyIT extends BothShapes {

    private static final String APPROVED = "4242 4242 4242 4242";
    private static final String SERVICES = "/staff/operations/services";
    private static final String FAULTS = "/staff/operations/faults";

    private Visitor olive;
    private Visitor ada;

    @BeforeEach
    void come_in() {
        ada = comesIn();
        ada.opensAnAccount("Ada Ledger");
        olive = operator();
    }

    private void takesAPicture(String name) {
        olive.takesAPicture("%s-%s".formatted(name, shapeName()));
    }

    @Test
    void an_order_service_is_taken_out_orders_go_on_and_it_is_let_in_again() {
        olive.goTo(SERVICES);
        assertThat(row("order-2")).containsText("well");
        takesAPicture("services");
        steers("order-2", "Take out", "A new disk");
        assertThat(row("order-2")).containsText("taken out");
        takesAPicture("services-one-out");

        ada.takes("TOY-001", 1);
        ada.orders(APPROVED);
        ada.watchesItBecome("Confirmed");

        steers("order-2", "Let take part", "The disk is in");
        assertThat(row("order-2")).containsText("well");
    }

    private Locator row(String instance) {
        return olive.page()
                .locator("tr")
                .filter(new Locator.FilterOptions()
                        .setHas(olive.page().getByText(instance, new Page.GetByTextOptions().setExact(true))));
    }

    private void steers(String instance, String action, String reason) {
        olive.page()
                .getByLabel("Instance", new Page.GetByLabelOptions().setExact(true))
                .selectOption(instance);
        olive.page().getByLabel("Reason").fill(reason);
        olive.button(action).click();
    }

    @Test
    void the_shares_of_instances_are_seen_and_the_rule_for_queries_is_changed() {
        olive.goTo("/staff/operations/routing");
        assertThat(row("order-1")).containsText("50 %");
        olive.page().getByLabel("Who is asked").selectOption("LEAST_BUSY");
        olive.page().getByLabel("Reason").fill("One of them is slower");
        olive.button("Change the rule").click();
        assertThat(olive.page().getByText("by the new rule")).isVisible();
        takesAPicture("load-balancing");
    }

    @Test
    void orders_are_promised_something_else_and_capacity_is_shared_anew() {
        ada.takes("TOY-001", 1);
        ada.orders(APPROVED);
        ada.watchesItBecome("Confirmed");
        olive.goTo("/staff/operations/levels");
        Locator vip = row("VIP").first();
        assertThat(vip).containsText("99% within 2 s");
        assertThat(row("commands").first()).containsText("VIP");
        takesAPicture("levels");

        olive.page().locator("#percent").fill("90");
        olive.page().locator("#millis").selectOption("5000");
        olive.page().locator("#promise-reason").fill("As in the contract");
        olive.leavesBy(olive.button("Promise it"));
        assertThat(row("VIP").first()).containsText("90% within 5 s");

        olive.page().locator("#vip").fill("60");
        olive.page().getByLabel("Follow the waits").uncheck();
        olive.page().locator("#share-reason").fill("They pay for it");
        olive.leavesBy(olive.button("Share it so"));
        assertThat(olive.page().locator("main > .notice")).containsText("vip must be between 15 and 50, is 60");
        assertThat(olive.page().locator("#vip")).hasValue("60");
        assertThat(olive.page().getByLabel("Follow the waits")).not().isChecked();
        assertThat(olive.page().locator("#share-reason")).hasValue("They pay for it");
        takesAPicture("levels-refused");

        olive.page().locator("#vip").fill("40");
        olive.button("Share it so").click();
        assertThat(olive.page().getByText("VIP orders are guaranteed 40% of all places"))
                .isVisible();
        takesAPicture("levels-changed");

        olive.goTo("/staff/operations/audit?text=capacity");
        assertThat(olive.page().locator("tbody"))
                .containsText("Changed how capacity is shared: VIP orders 40 %, standard ones 25 %");
    }

    private void makesVip(String name) {
        olive.goTo("/staff/customers?q=" + name);
        olive.page().locator("tbody a").first().click();
        olive.page().locator("#tier").selectOption("VIP");
        olive.page().locator("#tier-reason").fill("Buys every day");
        olive.button("Change the tier").click();
        olive.sees(olive.page().url(), "<dd>VIP</dd>");
    }

    @Test
    void orders_of_both_tiers_wait_for_the_provider_and_are_seen_to_go_on() {
        Visitor vera = shop.visitor();
        vera.opensAnAccount("Vera Prime");
        olive.sees("/staff/customers?q=Vera", "Vera Prime");
        makesVip("Vera");
        olive.goTo(FAULTS);
        olive.page().locator("#behaviour").selectOption("DOWN");
        olive.page().locator("#seconds-PROVIDER").selectOption("300");
        olive.page().locator("#reason-PROVIDER").fill("To see who waits");
        olive.page().locator("button[value=PROVIDER]").click();
        assertThat(olive.page().locator("#faults-now")).containsText("The payment provider is down");
        takesAPicture("faults");

        vera.takes("TOY-002", 1);
        vera.orders(APPROVED);
        ada.takes("TOY-001", 1);
        ada.orders(APPROVED);
        olive.goTo("/staff/queues");
        assertThat(olive.page().locator("tbody")).containsText("Standard");
        assertThat(olive.page().locator("tbody")).containsText("VIP");
        assertThat(olive.page().locator("#faults")).containsText("Broken on purpose");
        takesAPicture("queues-waiting");

        olive.goTo(FAULTS);
        olive.page().locator("#faults-now").getByLabel("Reason").fill("Seen enough");
        olive.button("End it now").click();
        assertThat(olive.page().locator("#faults-now")).containsText("Nothing is broken on purpose");
        ada.watchesItBecome("Confirmed");
        vera.watchesItBecome("Confirmed");
        vera.close();

        olive.goTo("/staff/operations/audit?text=provider");
        assertThat(olive.page().locator("tbody")).containsText("Ended before its time: The payment provider is down");
        takesAPicture("audit");
    }
}

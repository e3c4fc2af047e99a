package io.daybook.standalone.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Shape.class)
class StaffConsistencyJourneyIT extends BothShapes {

    private static final String PAGE = "/staff/operations/consistency";

    private Visitor olive;

    @BeforeEach
    void come_to_work() {
        olive = operator();
    }

    @Test
    void the_choice_is_changed_stock_comes_in_and_the_open_shop_shows_it() {
        for (String choice : new String[] {"Strong", "Read your writes", "Eventual"}) {
            try (Visitor ada = shop.visitor()) {
                choose(choice);
                ada.goTo("/products/TOY-008");
                ada.marks();
                int before = available(ada);

                receive(3);

                assertThat(stock(ada)).containsText((before + 3) + " available");
                ada.stillHasTheMark();
                assertThat(ada.page().getByText("still updating")).hasCount(0);
                ada.takesAPicture("consistency-%s-%s".formatted(choice.charAt(0), shape));
                assertThat(ada.complaints()).isEmpty();
            }
        }
    }

    private void choose(String choice) {
        olive.goTo(PAGE);
        olive.page().getByLabel("Show stock by").selectOption(choice);
        olive.page().getByLabel("Reason").fill("to see the difference");
        olive.button("Change it").click();
        assertThat(olive.page().getByText("everywhere within a second")).isVisible();
        assertThat(olive.page().locator("#in-force")).hasText(choice);
    }

    private void receive(int quantity) {
        olive.goTo("/staff/inventory/TOY-008");
        olive.page().locator("#receive-quantity").fill(String.valueOf(quantity));
        olive.page().locator("#receive-reason").fill("delivery");
        olive.button("Receive").click();
        assertThat(olive.page().getByText("It is in the books.")).isVisible();
    }

    private static Locator stock(Visitor visitor) {
        return visitor.page().locator(".buy-live .stock");
    }

    private static int available(Visitor visitor) {
        assertThat(stock(visitor)).containsText("available");
        return Integer.parseInt(
                stock(visitor).locator(".stock-count").textContent().replaceAll("\\D", ""));
    }

    @Test
    void what_each_choice_costs_is_measured_while_somebody_looks_and_for_the_product_of_their_choice() {
        olive.goTo(PAGE);
        for (String choice : new String[] {"EVENTUAL", "READ_YOUR_WRITES", "STRONG"}) {
            assertThat(olive.page().locator("#cost-" + choice))
                    .containsText(Pattern.compile("ms.*ms.*[2-9] times", Pattern.DOTALL));
        }
        olive.page().getByLabel("Product code").fill("TOY-001");
        olive.button("Measure now").click();
        assertThat(olive.page().locator("main")).containsText("by reading TOY-001 in each way");
        assertThat(olive.page().locator("#cost-EVENTUAL .age")).hasText(Pattern.compile("level with the log|behind"));
        assertThat(olive.page().locator("#cost-STRONG")).containsText(Pattern.compile("[3-9] times"));
        olive.takesAPicture("staff-consistency-%s".formatted(shape));
    }
}

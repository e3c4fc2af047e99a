package io.daybook.standalone.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Shape.class)
class StaffViewsJourneyIT extends BothShapes {

    private static final String PAGE = "/staff/operations/views";
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(60_000);

    private Visitor olive;

    @BeforeEach
    void come_to_work() {
        olive = operator();
    }

    @Test
    void a_view_is_rebuilt_swapped_in_and_back_while_the_shop_stays_open() {
        olive.goTo(PAGE);
        olive.page().locator("#rebuild-view").selectOption("catalogue");
        olive.page().locator("#rebuild-reason").fill("to see whether it is right");
        olive.button("Rebuild it").click();
        assertThat(olive.page().getByText("is being made beside the live one")).isVisible();
        assertThat(rebuild()).containsText("Ready: equal", SOON);
        assertThat(rebuild()).containsText("No differences");
        olive.takesAPicture("views-ready-" + shape);

        steer("SWAP", "it is right");
        assertThat(rebuild()).containsText("Swapped in", SOON);
        assertThat(olive.page().locator("#view-catalogue")).containsText("catalogue-2");
        try (Visitor ada = shop.visitor()) {
            ada.goTo("/products/TOY-008");
            assertThat(ada.page().locator("h1")).isVisible();
            assertThat(ada.complaints()).isEmpty();
        }

        steer("GO_BACK", "the old one was as good");
        assertThat(rebuild()).containsText("into catalogue,", SOON);
        assertThat(rebuild()).containsText("Swapped in", SOON);
        steer("DISMISS", "no longer needed");
        assertThat(olive.page().locator("#view-catalogue td").nth(4))
                .hasText(
                        "–",
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(60_000));
        olive.takesAPicture("views-back-" + shape);

        olive.goTo("/staff/operations/audit");
        assertThat(olive.page().locator("main")).containsText("Swapped the view catalogue to catalogue-2");
        assertThat(olive.page().locator("main")).containsText("Dismissed the kept copy catalogue-2");
    }

    private Locator rebuild() {
        return olive.page().locator("#rebuild-catalogue");
    }

    private void steer(String steering, String reason) {
        olive.page().locator("#steer-view").selectOption("catalogue");
        olive.page().locator("#steering").selectOption(steering);
        olive.page().locator("#steer-reason").fill(reason);
        olive.button("Do it").click();
        assertThat(olive.page().locator(".notice").first()).isVisible();
    }
}

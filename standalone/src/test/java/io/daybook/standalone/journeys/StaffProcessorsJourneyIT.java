package io.daybook.standalone.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Shape.class)
class StaffProcessorsJourneyIT extends BothShapes {

    private static final String PAGE = "/staff/operations/processors";
    private static final LocatorAssertions.HasTextOptions SOON =
            new LocatorAssertions.HasTextOptions().setTimeout(60_000);
    private static final LocatorAssertions.ContainsTextOptions CONTAINED_SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    private static final LocatorAssertions.HasCountOptions COUNTED_SOON =
            new LocatorAssertions.HasCountOptions().setTimeout(60_000);

    private Visitor olive;

    @BeforeEach
    void come_to_work() {
        olive = operator();
        olive.goTo(PAGE);
    }

    @Test
    void a_view_is_stopped_falls_behind_and_catches_up_when_it_is_started() {
        assertThat(stateOf("customers")).hasText("caught up", SOON);

        run("customers", "Stop", "to see it fall behind");
        assertThat(olive.page().getByText("customers is stopped on all instances"))
                .isVisible();
        assertThat(stateOf("customers")).hasText("stopped", SOON);
        assertThat(rows("customers")).containsText("to see it fall behind");
        steer("stock", "Release", "so that something happens");
        assertThat(rows("customers").locator(".lag")).hasText(Pattern.compile("[1-9].*"), SOON);
        olive.takesAPicture("staff-processors-stopped-%s".formatted(shape));

        run("customers", "Start", "seen enough");
        assertThat(stateOf("customers")).hasText("caught up", SOON);
        olive.goTo("/staff/operations/audit?text=customers");
        assertThat(olive.page().locator("main")).containsText("Stopped event processor customers");
        assertThat(olive.page().locator("main")).containsText("Started event processor customers");
    }

    @Test
    void a_segment_is_split_and_what_became_of_it_is_shown() {
        assertThat(stateOf("fulfilment")).hasText("caught up", SOON);

        steer("fulfilment", "Split", "the sale begins");

        assertThat(rows("fulfilment")).hasCount(2, COUNTED_SOON);
        assertThat(olive.page().getByLabel("Actions")).containsText("There are two of it now", CONTAINED_SOON);
        assertThat(rows("fulfilment").nth(1).locator(".health")).hasText("caught up", SOON);
        olive.takesAPicture("staff-processors-split-%s".formatted(shape));
    }

    @Test
    void what_would_do_harm_is_refused_in_words() {
        run("fulfilment", "Stop", "without thinking");
        assertThat(olive.page().locator(".notice")).containsText("orders are taken and none goes on");

        steer("stock", "Split", "more of it");
        assertThat(olive.page().locator(".notice")).containsText("one worker");
    }

    private void run(String processor, String button, String reason) {
        Locator form = olive.page().locator("section[aria-labelledby=run-title] form");
        form.getByLabel("Event processor").selectOption(processor);
        form.getByLabel("Reason").fill(reason);
        form.getByText(button, new Locator.GetByTextOptions().setExact(true)).click();
    }

    private void steer(String processor, String button, String reason) {
        Locator form = olive.page().locator("section[aria-labelledby=segment-title] form");
        form.getByLabel("Event processor").selectOption(processor);
        form.getByLabel("Reason").fill(reason);
        form.getByText(button, new Locator.GetByTextOptions().setExact(true)).click();
    }

    private Locator rows(String processor) {
        return olive.page().locator("#processor-%s tr".formatted(processor));
    }

    private Locator stateOf(String processor) {
        return rows(processor).first().locator(".health");
    }
}

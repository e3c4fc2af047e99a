package io.daybook.standalone.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StaffExperimentsJourneyIT {

    private static final double LONG = Duration.ofMinutes(3).toMillis();
    private static final String PAGE = "/staff/operations/experiments";

    @TempDir
    private static Path data;

    private static Shop shop;
    private Visitor olive;

    @BeforeAll
    static void open() {
        shop = Shop.open(data, "--daybook.experiments.consistency.bound=20s");
    }

    @AfterAll
    static void close() {
        shop.close();
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

    private static Locator offer(Visitor visitor, String name) {
        return visitor.page().locator("form[aria-labelledby=%s-title]".formatted(name));
    }

    /** A run's outcome is seen a moment before the platform is free for the next one. */
    private static void awaitThePlatform(Visitor visitor) {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            visitor.goTo(PAGE);
            return offer(visitor, "oversell").locator("button").isEnabled();
        });
    }

    private void run(String name, boolean seeded) {
        awaitThePlatform(olive);
        offer(olive, name).getByLabel("Reason").fill("to see it");
        if (seeded) {
            offer(olive, name).getByLabel("With a seeded failure").check();
        }
        offer(olive, name).locator("button").click();
        olive.page().waitForURL("**" + PAGE + "/*");
        olive.marks();
    }

    private void watchesItEnd(String verdict) {
        assertThat(olive.page().locator(".verdict .health"))
                .containsText(verdict, new ContainsTextOptions().setTimeout(LONG));
        olive.stillHasTheMark();
    }

    @Test
    void exactly_as_many_units_are_sold_as_there_are_while_one_looks() {
        run("oversell", false);
        assertThat(olive.page().getByText("Exactly 100 orders are confirmed, and the other 900"))
                .isVisible();
        assertThat(olive.page().locator(".chart canvas").first()).isVisible();
        olive.takesAPicture("staff-experiment-under-way");

        watchesItEnd("Passed");

        assertThat(olive.page().locator(".checks tbody tr")).hasCount(5);
        assertThat(olive.page().getByText("100 orders were cancelled")).isVisible();
        assertThat(olive.button("Abort this run")).hasCount(0);
        assertThat(olive.page().locator(".verdict time").last()).not().hasAttribute("data-local", "seconds");
        olive.takesAPicture("staff-experiment-oversell");
        olive.goTo("/staff/inventory?q=EXP");
        assertThat(olive.page().locator("tbody a")).hasCount(0);
        awaitThePlatform(olive);
        assertThat(olive.page().locator("tbody tr").first()).containsText("Passed");
        olive.takesAPicture("staff-experiments");
    }

    @Test
    void shares_follow_weights_and_a_seeded_failure_is_found() {
        run("load-distribution", false);
        watchesItEnd("Passed");
        assertThat(olive.page().locator(".chart canvas")).hasCount(2);
        olive.takesAPicture("staff-experiment-load-distribution");

        run("load-distribution", true);
        watchesItEnd("Failed");
        olive.takesAPicture("staff-experiment-seeded");
        olive.page().reload();
        assertThat(olive.page().locator(".chart canvas")).hasCount(2);
    }

    @Test
    void it_can_be_followed_without_javascript() {
        try (Visitor carl = shop.visitorWithoutJavaScript()) {
            carl.signsInAs("operator@daybook.example", "operator-demo");
            awaitThePlatform(carl);
            offer(carl, "consistency").getByLabel("Reason").fill("without scripts");
            offer(carl, "consistency").locator("button").click();
            carl.page().waitForURL("**" + PAGE + "/*");
            carl.sees(carl.page().url().substring(shop.url().length()), "Passed");
            carl.takesAPicture("staff-experiment-without-javascript");
        }
    }
}

package io.daybook.ui.experiments;

import static io.daybook.ui.world.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.AccountsDatabase;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.experiments.Run.Note;
import io.daybook.ui.experiments.Run.Sample;
import io.daybook.ui.experiments.Run.State;
import io.daybook.ui.world.People;
import io.daybook.ui.world.ShopTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ShopTest
class ExperimentsPageTest {

    private static final String PAGE = "/staff/operations/experiments";

    private static final List<Check> VERDICT = List.of(new Check("Exactly 100.", "101 were confirmed", false));

    private final MockMvc browser;
    private final Experiments experiments;
    private final AccountsDatabase database;
    private final RunStore store;
    private final Account operator = People.staff(Role.OPERATOR);

    @Autowired
    ExperimentsPageTest(MockMvc browser, Experiments experiments, AccountsDatabase database) {
        this.browser = browser;
        this.experiments = experiments;
        this.database = database;
        this.store = new RunStore(database, Clock.systemUTC());
    }

    @BeforeEach
    @AfterEach
    void nothing_is_under_way() {
        experiments
                .underWay()
                .filter(run -> !experiments.run(run).state().over())
                .ifPresent(run -> experiments.abort(run, operator));
        awaitEnd();
    }

    /** A run's outcome is on record a moment before the platform is free for the next one. */
    private void awaitEnd() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> experiments.underWay().isEmpty());
    }

    @Test
    void every_experiment_says_what_it_expects_before_it_is_run() throws Exception {
        browser.perform(get(PAGE).with(by(operator)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Exactly 100 orders are confirmed"),
                                containsString("One unit more is delivered in the middle of it."),
                                containsString("Then it has to fail."),
                                containsString("Payment outage"))));
    }

    @Test
    void what_would_stop_all_orders_is_not_offered() throws Exception {
        browser.perform(get(PAGE).with(by(operator)))
                .andExpect(content().string(containsString("Taking out the only one would stop all orders.")));
        browser.perform(post(PAGE)
                        .param("experiment", "failover")
                        .param("reason", "try")
                        .with(by(operator))
                        .with(csrf()))
                .andExpect(redirectedUrl(PAGE))
                .andExpect(flash().attribute("notice", Matchers.hasToString(containsString("needs two instances"))));
    }

    @Test
    void a_run_is_begun_with_a_reason_and_one_at_a_time() throws Exception {
        start(" ").andExpect(flash().attribute("notice", Matchers.hasToString(containsString("reason"))));

        String page = Objects.requireNonNull(
                start("try <it>").andReturn().getResponse().getRedirectedUrl());

        assertThat(page).startsWith(PAGE + "/");
        browser.perform(get(page).with(by(operator)))
                .andExpect(content().string(allOf(containsString("try &lt;it&gt;"), containsString("Abort this run"))));
        browser.perform(get(page + "/live").with(by(operator)))
                .andExpect(request().asyncStarted());
        start("another").andExpect(flash().attribute("notice", Matchers.hasToString(containsString("is under way"))));
        browser.perform(post(page + "/abort").with(by(operator)).with(csrf())).andExpect(redirectedUrl(page));
        String id = page.substring(page.lastIndexOf('/') + 1);
        awaitEnd();
        assertThat(experiments.run(id).state()).isIn(State.ABORTED, State.FAILED);
    }

    private ResultActions start(String reason) throws Exception {
        return browser.perform(post(PAGE)
                .param("experiment", "consistency")
                .param("reason", reason)
                .with(by(operator))
                .with(csrf()));
    }

    @Test
    void a_past_run_shows_its_verdict_and_its_points() throws Exception {
        store.save(run("past1", State.FAILED, VERDICT));

        browser.perform(get(PAGE).with(by(operator))).andExpect(content().string(containsString(PAGE + "/past1")));
        browser.perform(get(PAGE + "/past1").with(by(operator)))
                .andExpect(content()
                        .string(allOf(
                                containsString("101 were confirmed"),
                                containsString("One unit more was delivered"),
                                containsString("101 orders were cancelled"),
                                containsString("&quot;confirmed&quot;:[7.5]"),
                                containsString("data-over=\"true\""),
                                not(containsString("Abort this run")))));
    }

    private static Run run(String id, State state, List<Check> verdict) {
        Instant at = Instant.parse("2026-01-01T12:00:00Z");
        return new Run(
                id,
                "oversell",
                true,
                "try",
                "olive@daybook.example",
                state,
                at,
                at.plusSeconds(9),
                0,
                List.of(),
                List.of(),
                List.of(new Note(at, "One unit more was delivered")),
                List.of(new Sample(at, Map.of("placed", 9.0, "confirmed", 7.5, "failed", 0.0))),
                verdict,
                List.of(new Note(at, "101 orders were cancelled")));
    }

    @Test
    void a_run_is_kept_as_it_was() {
        Run run = run("kept1", State.PASSED, VERDICT);
        store.save(run);

        assertThat(store.find("kept1")).contains(run);
        assertThat(store.latest(20)).extracting(Run::id).contains("kept1");
    }

    @Test
    void a_run_whose_process_has_ended_is_put_back_by_another() {
        RunStore before = new RunStore(database, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-1)));
        before.save(run("gone1", State.RUNNING, List.of()));
        assertThat(before.claim("gone1", "a process that is no more")).isTrue();

        awaitEnd();
        assertThat(experiments.run("gone1").state()).isEqualTo(State.INTERRUPTED);
    }

    @Test
    void it_is_for_operators() throws Exception {
        for (Role role : List.of(Role.SUPPORT, Role.WAREHOUSE, Role.CUSTOMER)) {
            browser.perform(get(PAGE).with(by(People.staff(role)))).andExpect(status().isForbidden());
            browser.perform(post(PAGE)
                            .param("experiment", "oversell")
                            .param("reason", "try")
                            .with(by(People.staff(role)))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
        browser.perform(get(PAGE + "/none").with(by(operator))).andExpect(status().isNotFound());
    }
}

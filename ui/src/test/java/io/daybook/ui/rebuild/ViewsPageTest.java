package io.daybook.ui.rebuild;

import static io.daybook.ui.world.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasToString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.CancelRebuild;
import io.daybook.api.operations.OperationsCommand.DismissCopy;
import io.daybook.api.operations.OperationsCommand.GoBack;
import io.daybook.api.operations.OperationsCommand.PauseRebuild;
import io.daybook.api.operations.OperationsCommand.RebuildView;
import io.daybook.api.operations.OperationsCommand.SwapView;
import io.daybook.api.operations.RebuildId;
import io.daybook.api.view.ViewQuery.Comparison;
import io.daybook.api.view.ViewQuery.Copy;
import io.daybook.api.view.ViewQuery.Difference;
import io.daybook.api.view.ViewQuery.FieldDifference;
import io.daybook.api.view.ViewQuery.Phase;
import io.daybook.api.view.ViewQuery.Rebuilding;
import io.daybook.api.view.ViewQuery.ViewCopies;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.world.Operators;
import io.daybook.ui.world.People;
import io.daybook.ui.world.ShopTest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ShopTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewsPageTest {

    private static final String PAGE = "/staff/operations/views";
    private static final String API = "/api/v1/staff/operations/views";
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
    private static final RebuildId REBUILD = new RebuildId("7c3f1b20");
    private static final Comparison FOUND = new Comparison(
            950,
            NOON,
            60,
            61,
            "abc",
            "def",
            2,
            List.of(
                    new Difference("order-7", List.of(new FieldDifference("tier", "<VIP>", "STANDARD"))),
                    new Difference("order-9", List.of(new FieldDifference("", "", "all of it")))));

    private final MockMvc browser;
    private final Operators operators;
    private final Account operator = People.staff(Role.OPERATOR);

    @Autowired
    ViewsPageTest(MockMvc browser, Operators operators) {
        this.browser = browser;
        this.operators = operators;
    }

    @BeforeEach
    void nothing_is_decided() {
        operators.decisions().clear();
        operators.has(
                view("orders", null, rebuilding(Phase.DIFFERENT, FOUND)),
                view("stock", new Copy("stock", 12, 400), null));
    }

    private static ViewCopies view(String name, @Nullable Copy kept, @Nullable Rebuilding rebuild) {
        return new ViewCopies(name, 0, new Copy(name + "-1", 1_234, 0), kept, rebuild, 3);
    }

    private static Rebuilding rebuilding(Phase phase, @Nullable Comparison found) {
        return new Rebuilding(
                REBUILD.value(), "orders-2", phase, 500, 0, 1_000, 250, false, false, NOON, NOON, null, found);
    }

    @Test
    void copies_and_differences_are_shown() throws Exception {
        browser.perform(get(PAGE).with(by(operator)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Ready: different"),
                                containsString("1,234"),
                                containsString("2 documents differ"),
                                containsString("3 events were put aside"),
                                containsString("&lt;VIP&gt;"),
                                containsString("not there"),
                                containsString("stock, 12 documents, at 400"))));
    }

    @Test
    void how_far_it_is_how_fast_and_how_long_it_will_take_is_shown() throws Exception {
        operators.has(view("orders", null, rebuilding(Phase.BUILDING, null)));
        browser.perform(get(PAGE).with(by(operator)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Reading the log"),
                                containsString("500 of 1,000 events"),
                                containsString("250 events a second"),
                                containsString("about 2 s left"))));
    }

    @Test
    void a_view_is_rebuilt_from_a_time_with_a_reason() throws Exception {
        browser.perform(post(PAGE + "/rebuilds")
                        .param("view", "stock")
                        .param("from", "2026-02-03T12:00")
                        .param("swapWhenEqual", "true")
                        .param("reason", "a movement was missing")
                        .with(by(operator))
                        .with(csrf()))
                .andExpect(redirectedUrl(PAGE));

        assertThat(operators.decisions()).singleElement().satisfies(decision -> {
            RebuildView rebuild = (RebuildView) decision;
            assertThat(rebuild.view()).isEqualTo("stock");
            assertThat(rebuild.from()).isEqualTo(NOON);
            assertThat(rebuild.swapWhenEqual()).isTrue();
            assertThat(rebuild.by()).isEqualTo(operator.email());
        });
    }

    @Test
    void bad_input_is_said_and_nothing_is_decided() throws Exception {
        browser.perform(post(PAGE + "/rebuilds")
                        .param("view", "stock")
                        .param("from", "yesterday")
                        .param("reason", "test")
                        .with(by(operator))
                        .with(csrf()))
                .andExpect(flash().attribute("notice", hasToString(containsString("date and time"))));
        steer("stock", Steering.PAUSE)
                .andExpect(flash().attribute("notice", hasToString(containsString("not being rebuilt"))));
        steer("orders", Steering.GO_BACK)
                .andExpect(flash().attribute("notice", hasToString(containsString("no copy of orders is kept"))));
        steer("nothing", Steering.PAUSE)
                .andExpect(flash().attribute("notice", hasToString(containsString("none of this name"))));
        assertThat(operators.decisions()).isEmpty();
    }

    @Test
    void rebuilds_and_kept_copies_are_steered() throws Exception {
        steer("orders", Steering.PAUSE).andExpect(redirectedUrl(PAGE));
        steer("orders", Steering.SWAP_ANYWAY).andExpect(redirectedUrl(PAGE));
        steer("orders", Steering.CANCEL).andExpect(redirectedUrl(PAGE));
        steer("stock", Steering.GO_BACK).andExpect(redirectedUrl(PAGE));
        steer("stock", Steering.DISMISS).andExpect(redirectedUrl(PAGE));

        String by = operator.email();
        assertThat(operators.decisions())
                .filteredOn(decision -> !(decision instanceof GoBack))
                .containsExactly(
                        new PauseRebuild(ControlsId.ALL, REBUILD, "test", by),
                        new SwapView(ControlsId.ALL, REBUILD, true, "test", by),
                        new CancelRebuild(ControlsId.ALL, REBUILD, "test", by),
                        new DismissCopy(ControlsId.ALL, "stock", "stock", "test", by));
        assertThat(operators.decisions()).hasSize(5);
    }

    private ResultActions steer(String view, Steering steering) throws Exception {
        return browser.perform(post(PAGE)
                .param("view", view)
                .param("steering", steering.name())
                .param("reason", "test")
                .with(by(operator))
                .with(csrf()));
    }

    @Test
    void programs_do_the_same() throws Exception {
        browser.perform(get(API).with(by(operator)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.views[0].rebuild.comparison.differing").value(2))
                .andExpect(jsonPath("$.views[1].kept.name").value("stock"));
        call(post(API + "/stock/rebuilds"), "{\"reason\": \"test\"}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.rebuild").isNotEmpty());
        call(post(API + "/orders/swap"), "{\"reason\": \"test\", \"evenIfDifferent\": true}")
                .andExpect(status().isNoContent());
        call(delete(API + "/stock/kept").param("reason", "test"), "").andExpect(status().isNoContent());
        assertThat(operators.decisions()).hasSize(3);

        browser.perform(json(post(API + "/stock/rebuilds"), "{}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        browser.perform(json(post(API + "/stock/pause"), "{\"reason\": \"test\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("view"));
        browser.perform(json(post(API + "/nothing/pause"), "{\"reason\": \"test\"}"))
                .andExpect(status().isNotFound());
    }

    private ResultActions call(MockHttpServletRequestBuilder request, String json) throws Exception {
        return browser.perform(
                asyncDispatch(browser.perform(json(request, json)).andReturn()));
    }

    private MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String json) {
        return request.contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(by(operator))
                .with(csrf());
    }

    @Test
    void it_is_for_operators() throws Exception {
        for (Role role : List.of(Role.SUPPORT, Role.WAREHOUSE, Role.CUSTOMER)) {
            for (String path : List.of(PAGE, PAGE + "/live", API)) {
                browser.perform(get(path).with(by(People.staff(role)))).andExpect(status().isForbidden());
            }
        }
    }
}

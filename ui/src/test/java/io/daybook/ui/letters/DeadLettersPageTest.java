package io.daybook.ui.letters;

import static io.daybook.ui.world.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.DeadLetters.DeadLetter;
import io.daybook.api.operations.DeadLetters.DeadSequence;
import io.daybook.api.operations.OperationsCommand.DropDeadLetters;
import io.daybook.api.operations.OperationsCommand.RetryDeadLetters;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.world.Books;
import io.daybook.ui.world.Operators;
import io.daybook.ui.world.People;
import io.daybook.ui.world.ShopTest;
import java.time.Instant;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ShopTest
class DeadLettersPageTest {

    private static final String PAGE = "/staff/operations/dead-letters";

    private final MockMvc browser;
    private final Books books;
    private final Operators operators;
    private final Account operator = People.staff(Role.OPERATOR);

    @Autowired
    DeadLettersPageTest(MockMvc browser, Books books, Operators operators) {
        this.browser = browser;
        this.books = books;
        this.operators = operators;
    }

    @BeforeEach
    void one_view_has_put_an_event_aside() {
        books.clear();
        operators.decisions().clear();
        DeadLetter poison = letter("e-1", "PaymentAuthorized", "<cannot be read>");
        books.putAside(
                new DeadSequence("orders", "order-7", poison, 1, List.of(letter("e-2", "OrderConfirmed", null))));
    }

    private static DeadLetter letter(String id, String type, String cause) {
        return new DeadLetter(id, type, 4711, Instant.EPOCH, "{\"orderId\":\"order-7\"}", cause, Instant.EPOCH, 1);
    }

    @Test
    void what_was_put_aside_is_shown_with_cause_payload_and_what_waits() throws Exception {
        browser.perform(get(PAGE).with(by(operator)))
                .andExpect(content()
                        .string(allOf(
                                containsString("PaymentAuthorized"),
                                containsString("&lt;cannot be read&gt;"),
                                containsString("&quot;orderId&quot; : &quot;order-7&quot;"),
                                containsString("1 event waits behind it."),
                                containsString("href=\"/staff/orders/order-7\""))));
    }

    @Test
    void it_is_tried_again_or_given_up_with_a_reason() throws Exception {
        browser.perform(post(PAGE + "/retry")
                        .param("group", "orders")
                        .param("sequence", "order-7")
                        .param("reason", "mended")
                        .with(by(operator))
                        .with(csrf()))
                .andExpect(redirectedUrl(PAGE));
        browser.perform(post(PAGE + "/drop")
                .param("group", "orders")
                .param("sequence", "order-7")
                .param("letter", "e-1")
                .param("reason", "not needed")
                .with(by(operator))
                .with(csrf()));
        browser.perform(post(PAGE + "/retry-all")
                        .param("reason", "all mended")
                        .with(by(operator))
                        .with(csrf()))
                .andExpect(flash().attribute("notice", Matchers.hasToString(containsString("All of it is tried"))));
        browser.perform(post(PAGE + "/retry-all")
                        .param("reason", " ")
                        .with(by(operator))
                        .with(csrf()))
                .andExpect(flash().attribute("notice", Matchers.hasToString(containsString("kind=bad"))));
        browser.perform(post(PAGE + "/retry")
                .param("group", "orders")
                .param("sequence", "order-7")
                .param("reason", " ")
                .with(by(operator))
                .with(csrf()));

        String by = operator.email();
        assertThat(operators.decisions())
                .containsExactly(
                        new RetryDeadLetters(ControlsId.ALL, "orders", "order-7", "mended", by),
                        new DropDeadLetters(ControlsId.ALL, "orders", "order-7", "e-1", "not needed", by),
                        new RetryDeadLetters(ControlsId.ALL, "orders", "order-7", "all mended", by));
    }

    @Test
    void it_is_for_operators() throws Exception {
        browser.perform(get(PAGE).with(by(People.staff(Role.SUPPORT)))).andExpect(status().isForbidden());
        browser.perform(post(PAGE + "/retry-all")
                        .param("reason", "mine")
                        .with(by(People.staff(Role.SUPPORT)))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }
}

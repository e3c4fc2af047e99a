package io.daybook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClerkTest {

    @TempDir
    Path folder;

    @Test
    void a_call_that_takes_more_memory_than_there_is_keeps_no_other_from_its_answer() throws Exception {
        try (Books books = Books.open(folder.resolve("payments.db"));
                Clerk clerk = new Clerk(books)) {
            assertThat(ask(clerk, authorize("huge", new BigDecimal("1e2147483627"))))
                    .isEqualTo(new Outcome.Note(500, "the books could not be written"));

            assertThat(ask(clerk, authorize("p", BigDecimal.TEN))).isInstanceOf(Outcome.Answer.class);
        }
    }

    private static Call authorize(String key, BigDecimal amount) {
        return new Call.Authorize(key, amount, "GBP", TestCard.APPROVE, false, false);
    }

    private static Outcome ask(Clerk clerk, Call call) throws Exception {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        clerk.ask(call, outcome::complete);
        return outcome.get(60, TimeUnit.SECONDS);
    }
}

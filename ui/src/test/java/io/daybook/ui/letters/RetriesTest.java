package io.daybook.ui.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ui.pages.Notice;
import io.daybook.ui.pages.Outcome;
import io.daybook.ui.pages.Outcome.Done;
import io.daybook.ui.pages.Outcome.Refused;
import io.daybook.ui.pages.Outcome.Unknown;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetriesTest {

    @Test
    void all_of_it_is_said_only_when_it_is_all() {
        assertThat(notice(2, new Done(), new Done()))
                .isEqualTo(new Notice("good", "All of it is tried again; what fails again stays here."));
        assertThat(notice(350, new Done(), new Done()))
                .isEqualTo(new Notice("good", "2 of 350 are tried again; what fails again stays here."));
    }

    @Test
    void refusals_are_counted_with_the_first_reason_wherever_they_come() {
        assertThat(notice(4, new Done(), new Refused("it is gone"), new Refused("also"), new Done()))
                .isEqualTo(new Notice("bad", "2 of 4 are tried again; 2 refused: it is gone"));
    }

    @Test
    void what_nobody_answered_is_not_called_done() {
        assertThat(notice(2, new Unknown(), new Done()))
                .isEqualTo(new Notice("unclear", "1 of 2 are tried again; 1 not answered yet"));
    }

    private static Notice notice(long total, Outcome... outcomes) {
        return new Retries(total, List.of(outcomes)).notice();
    }
}

package io.daybook.standalone.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    private static final Path PAGE = Path.of("..", "docs", "events.md");

    /** To make the page anew: {@code ./mvnw -pl standalone -am test -Dtest=EventCatalogueTest -Ddaybook.docs.write=true}. */
    @Test
    void the_page_of_events_says_what_the_code_says() throws IOException {
        String made = new EventCatalogue().markdown();
        if (Boolean.getBoolean("daybook.docs.write")) {
            Files.writeString(PAGE, made);
        }

        assertThat(PAGE)
                .as("docs/events.md is old; make it anew with -Ddaybook.docs.write=true")
                .content()
                .isEqualTo(made);
    }
}

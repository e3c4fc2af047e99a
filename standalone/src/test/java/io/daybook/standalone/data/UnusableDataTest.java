package io.daybook.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.standalone.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnusableDataTest {

    @TempDir
    private Path directory;

    @Test
    void a_directory_that_another_process_has_is_said_to_be_in_use(CapturedOutput output) {
        try (MVStore other = MVStore.open(directory.resolve("accounts.mv").toString())) {
            assertThat(other.isClosed()).isFalse();
            assertNoStart(directory);
        }
        assertThat(output)
                .contains("accounts.mv is in use by another Daybook process.")
                .contains("End that one first, or give this one a directory of its own with --daybook.data=DIRECTORY.")
                .doesNotContain("\tat ");
    }

    @Test
    void a_directory_that_cannot_be_made_is_named(CapturedOutput output) throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        assertNoStart(file);

        assertThat(output)
                .contains("The data directory %s cannot be made".formatted(file))
                .contains("Give another one with --daybook.data=DIRECTORY.")
                .doesNotContain("\tat ");
    }

    @Test
    void a_file_that_is_no_book_is_named(CapturedOutput output) throws Exception {
        Path file = Files.writeString(directory.resolve("book.db"), "Monday: rain. ".repeat(1_000));

        assertNoStart(directory);

        assertThat(output)
                .contains("The book at %s cannot be opened".formatted(file))
                .contains("See that daybook.book.url is right")
                .doesNotContain("\tat ");
        assertThat(file).content().startsWith("Monday: rain.");
    }

    @Test
    void a_database_that_does_not_answer_is_named_without_its_password(CapturedOutput output) {
        assertNoStart(directory, "--daybook.book.url=jdbc:postgresql://127.0.0.1:1/shop?user=shop&password=hunter2");

        assertThat(output)
                .contains("The book at jdbc:postgresql://127.0.0.1:1/shop cannot be opened")
                .contains("refused")
                .doesNotContain("hunter2")
                .doesNotContain("\tat ");
    }

    private static void assertNoStart(Path data, String... settings) {
        assertThatThrownBy(() -> Platform.start(data, settings)).hasRootCauseInstanceOf(Exception.class);
    }
}

package io.daybook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.history.Counts;
import io.daybook.history.Progress;
import io.daybook.history.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {

    @TempDir
    Path directory;

    private static int run(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        assertThat(HistoryCommand.isAskedFor(texts)).isTrue();
        return HistoryCommand.run(texts);
    }

    private String data(String name) {
        return "--daybook.data=" + directory.resolve(name);
    }

    @Test
    void a_start_is_no_command() {
        assertThat(HistoryCommand.isAskedFor(new String[] {})).isFalse();
        assertThat(HistoryCommand.isAskedFor(new String[] {"--daybook.data=export"}))
                .isFalse();
        assertThat(HistoryCommand.isAskedFor(new String[] {"--server.port=0", "export", "f"}))
                .isTrue();
    }

    @Test
    void the_log_of_a_platform_goes_to_a_new_directory() throws IOException, SQLException {
        Path file = directory.resolve("history.jsonl.gz");
        try (Platform platform = Platform.start(directory.resolve("old"))) {
            assertThat(platform.url()).isNotNull();
            assertThat(run("export", file, data("old"))).isEqualTo(1);
        }

        assertThat(run("export", file, data("old"))).isZero();
        assertThat(run("verify", file)).isZero();
        assertThat(run("import", file, data("new"))).isZero();

        Counts counts = Verification.of(file, Progress.silent()).counts();
        assertThat(counts.events()).isPositive();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("new/book.db"));
                var found = connection.createStatement().executeQuery("SELECT count(*) FROM DomainEventEntry")) {
            assertThat(found.getLong(1)).isEqualTo(counts.events());
        }
        assertThat(run("import", file, data("new"))).isEqualTo(1);
    }

    @Test
    void a_directory_with_views_of_another_log_is_not_filled() throws IOException {
        Path old = Files.createDirectory(directory.resolve("old"));
        Files.createFile(old.resolve("views.mv"));

        assertThat(run("import", directory.resolve("none.gz"), data("old"))).isEqualTo(1);
        assertThat(old.resolve("book.db")).doesNotExist();
    }

    @Test
    void a_command_without_a_file_or_with_two_is_exit_code_2() {
        assertThat(run("export")).isEqualTo(2);
        assertThat(run("import", "a", "b")).isEqualTo(2);
    }

    @Test
    void what_is_not_there_is_exit_code_1() {
        assertThat(run("export", directory.resolve("out.gz"), data("none"))).isEqualTo(1);
        assertThat(run("verify", directory.resolve("none.gz"))).isEqualTo(1);
    }

    @Test
    void a_database_that_does_not_answer_is_exit_code_3() {
        assertThat(run(
                        "export",
                        directory.resolve("out.gz"),
                        data("none"),
                        "--daybook.book.url=jdbc:postgresql://127.0.0.1:1/none"))
                .isEqualTo(3);
    }
}

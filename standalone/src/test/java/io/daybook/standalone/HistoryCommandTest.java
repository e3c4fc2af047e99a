package io.daybook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.history.Counts;
import io.daybook.history.Progress;
import io.daybook.history.Verification;
import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.ViewProgress;
import io.daybook.query.projection.ViewProgresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {

    private static final int PRODUCTS = 183;

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
    void the_log_of_a_platform_goes_to_a_new_directory_and_its_views_are_the_same_there() throws Exception {
        Path file = directory.resolve("history.jsonl.gz");
        Map<String, Set<Document>> views = new TreeMap<>();
        try (Platform platform = Platform.start(directory.resolve("old"))) {
            Api customer = Api.signIn(platform.url(), Platform.CUSTOMER, Platform.CUSTOMER_PASSWORD);
            assertThat(customer.order("KIT-001", 3, Api.APPROVED_CARD).text("state"))
                    .isEqualTo("CONFIRMED");
            assertThat(customer.order("KIT-001", 1, Api.DECLINED_CARD).text("state"))
                    .isEqualTo("REJECTED");
            views.putAll(views(platform));
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
        try (Platform platform = Platform.start(directory.resolve("new"), "--daybook.demo=false")) {
            views(platform)
                    .forEach((view, documents) ->
                            assertThat(documents).as(view).containsExactlyInAnyOrderElementsOf(views.get(view)));
        }
    }

    /** All documents of each view, once it has read the whole log. */
    private static Map<String, Set<Document>> views(Platform platform) {
        long head = platform.bean(EventStore.class).createHeadToken().position().orElseThrow();
        Map<String, Set<Document>> views = new TreeMap<>();
        ViewProgresses progresses = platform.bean(ViewProgresses.class);
        try (ViewDatabase database = ViewDatabase.open(platform.views(), Duration.ofSeconds(5))) {
            for (ViewProgress view : progresses.all()) {
                await().until(() -> view.reached() >= head);
                views.put(
                        view.view(),
                        progresses.live(view.view()).documents(database).find().into(new HashSet<>()));
            }
        }
        assertThat(views).containsOnlyKeys("catalogue", "customers", "figures", "fulfilments", "orders", "stock");
        assertThat(views.get("orders")).hasSize(2);
        assertThat(views.get("stock")).hasSize(PRODUCTS);
        return views;
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

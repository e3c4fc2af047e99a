package io.daybook.standalone.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
@Timeout(180)
class KillTest {

    @Parameter
    Database database;

    @TempDir
    Path directory;

    @Test
    void what_was_acknowledged_is_there_after_kill_9_and_no_append_is_there_in_part() throws Exception {
        String url = database.fresh(directory);
        Map<String, Long> acknowledged = new HashMap<>();
        Random random = new Random();
        for (int round = 0; round < 4; round++) {
            int before = acknowledged.size();
            killAfter(1 + random.nextInt(600), url, acknowledged);
            assertThat(acknowledged).hasSizeGreaterThan(before);
            verify(url, acknowledged);
        }
    }

    /** Kills a process that appends, once it has acknowledged so many appends; takes note of all that it has. */
    private static void killAfter(int appends, String url, Map<String, Long> acknowledged) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(java, "-Xmx256m", "-cp", classes, AppendingProcess.class.getName(), url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int count = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                // The last line may be cut off in the middle.
                if (words.length == 3 && words[0].equals("acknowledged") && words[1].length() == 36) {
                    acknowledged.merge(words[1], Long.valueOf(words[2]), Math::max);
                    if (++count == appends) {
                        // By its handle, which leaves what it has printed to be read.
                        process.toHandle().destroyForcibly();
                    }
                }
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static void verify(String url, Map<String, Long> acknowledged) {
        try (OpenBook open = new OpenBook(url)) {
            acknowledged.forEach((aggregate, last) -> {
                List<Long> numbers = open.engine
                        .readEvents(aggregate)
                        .asStream()
                        .map(DomainEventMessage::getSequenceNumber)
                        .toList();
                assertThat(numbers)
                        .hasSizeGreaterThan(last.intValue())
                        .isEqualTo(LongStream.range(0, numbers.size()).boxed().toList());
                assertThat(numbers.size() % 3).isZero();
            });
            long events = open.number("SELECT count(*) FROM DomainEventEntry");
            assertThat(open.number("SELECT max(globalIndex) FROM DomainEventEntry"))
                    .isEqualTo(events);
            assertThat(open.book.commits().head()).isEqualTo(events);
        }
    }
}

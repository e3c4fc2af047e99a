package io.daybook.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HistoryApplicationTest {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        CommandLine line =
                HistoryApplication.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        return line.execute(texts);
    }

    @Test
    void a_sound_file_is_called_so() throws IOException {
        Path file = directory.resolve("sound.gz");
        Summary summary = Export.write(Stories.log(3), file, Progress.silent());

        assertThat(run("verify", file)).isZero();

        assertThat(out.toString()).contains("3 events and 1 snapshots", summary.sha256());
        assertThat(err.toString()).contains("checked 3 events");
    }

    @Test
    void a_broken_file_is_exit_code_1_and_said_in_one_line() throws IOException {
        Path file = Files.writeString(directory.resolve("broken.gz"), "x");

        assertThat(run("verify", file)).isEqualTo(1);

        assertThat(err.toString().lines()).singleElement().asString().contains("broken.gz");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void wrong_options_are_exit_code_2() {
        assertThat(run("verify")).isEqualTo(2);
        assertThat(run("export", "file")).isEqualTo(2);
        assertThat(run("export", "--axon-server", "host:port", "file")).isEqualTo(2);
        assertThat(run("export", "--axon-server", ":1", "file")).isEqualTo(2);
        assertThat(run("send")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void a_server_that_is_not_there_is_exit_code_3() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path file = directory.resolve("none.gz");

        assertThat(run("export", "--axon-server", "127.0.0.1:" + port, file)).isEqualTo(3);

        assertThat(err.toString()).contains("127.0.0.1:" + port + " cannot be reached");
        assertThat(file).doesNotExist();
    }
}

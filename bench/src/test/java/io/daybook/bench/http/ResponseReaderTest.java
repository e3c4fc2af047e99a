package io.daybook.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResponseReaderTest {

    @Test
    void body_of_a_given_length_is_followed_by_the_next_answer() throws IOException {
        ResponseReader reader = reader("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst"
                + "HTTP/1.1 404 Not Found\r\ncontent-length: 6\r\n\r\nsecond");
        assertThat(text(reader.read())).isEqualTo("200 first");
        assertThat(text(reader.read())).isEqualTo("404 second");
    }

    @Test
    void chunks_are_put_together() throws IOException {
        ResponseReader reader = reader("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5\r\nhello\r\n6;x=y\r\n world\r\n0\r\nTrailer: t\r\n\r\n"
                + "HTTP/1.1 204 No Content\r\n\r\n");
        assertThat(text(reader.read())).isEqualTo("200 hello world");
        assertThat(text(reader.read())).isEqualTo("204 ");
    }

    @Test
    void body_without_a_length_ends_with_the_connection() throws IOException {
        Reply reply = reader("HTTP/1.1 200 OK\r\n\r\nall of it").read();
        assertThat(text(reply)).isEqualTo("200 all of it");
        assertThat(reply.header("connection")).isEqualTo("close");
    }

    @Test
    void interim_answer_is_passed_over() throws IOException {
        Reply reply = reader("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
                .read();
        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void body_larger_than_the_buffer_is_read_whole() throws IOException {
        String body = "x".repeat(100_000);
        assertThat(reader("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + body)
                        .read()
                        .body())
                .hasSize(100_000);
    }

    @Test
    void connection_closed_before_an_answer_is_told_apart_from_one_closed_within() {
        assertThatThrownBy(() -> reader("").read()).isInstanceOf(StaleConnection.class);
        assertThatThrownBy(() -> reader("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfir")
                        .read())
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(StaleConnection.class);
    }

    @Test
    void what_is_no_answer_is_refused() {
        assertThatThrownBy(() -> reader("SSH-2.0-x\r\n\r\n").read()).hasMessageContaining("SSH-2.0");
    }

    private static ResponseReader reader(String bytes) {
        return new ResponseReader(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String text(Reply reply) {
        return reply.status() + " " + new String(reply.body(), StandardCharsets.ISO_8859_1);
    }
}

package io.daybook.ui.door;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request whose body has been read already, and can be read once more. Where reading fails, it does so again. */
final class KeptBody extends HttpServletRequestWrapper {

    private final byte[] body;
    private final @Nullable IOException failure;

    private KeptBody(HttpServletRequest request, byte[] body, @Nullable IOException failure) {
        super(request);
        this.body = body;
        this.failure = failure;
    }

    /** Reads the whole body, which must be of a known and moderate length. */
    static KeptBody of(HttpServletRequest request) {
        try {
            return new KeptBody(request, request.getInputStream().readNBytes(request.getContentLength()), null);
        } catch (IOException cutShort) {
            return new KeptBody(request, new byte[0], cutShort);
        }
    }

    byte[] body() {
        return body;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Again(new ByteArrayInputStream(body), failure);
    }

    private static final class Again extends ServletInputStream {

        private final ByteArrayInputStream body;
        private final @Nullable IOException failure;

        Again(ByteArrayInputStream body, @Nullable IOException failure) {
            this.body = body;
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            failAgain();
            return body.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            failAgain();
            return body.read(bytes, offset, length);
        }

        private void failAgain() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public boolean isFinished() {
            return body.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("this body is read at once, not as it comes");
        }
    }
}

package io.daybook.ui.security;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attributes of sessions as bytes, by Java's own serialisation, which Spring Security's types support. Only types that
 * belong in a session are read back, whatever the database holds.
 */
final class SessionAttributes {

    private static final Logger log = LoggerFactory.getLogger(SessionAttributes.class);

    private static final ObjectInputFilter ALLOWED =
            ObjectInputFilter.Config.createFilter("maxdepth=20;maxarray=10000;maxrefs=10000;maxbytes=1000000;"
                    + "java.lang.*;java.util.*;java.util.concurrent.*;java.time.*;java.math.*;java.net.*;"
                    + "org.springframework.security.**;org.springframework.web.servlet.FlashMap;"
                    + "org.springframework.util.*;jakarta.servlet.http.Cookie;io.daybook.**;!*");

    byte[] write(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException unfit) {
            throw new UncheckedIOException("not fit for a session: " + value.getClass(), unfit);
        }
        return bytes.toByteArray();
    }

    /** The value; empty when it was written by another version that had other types, so that its owner signs in again. */
    Optional<Object> read(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(ALLOWED);
            return Optional.of(in.readObject());
        } catch (IOException | ClassNotFoundException unreadable) {
            log.info("An attribute of a session could not be read and is dropped: {}", unreadable.toString());
            return Optional.empty();
        }
    }
}

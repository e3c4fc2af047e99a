package io.daybook.standalone.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Tokens in the book. As one process has the book, memory holds them all, and the claims too. A claim does not expire: it is
 * given up when its processor ends, or with the process. A transaction that stores a token is a batch of events, and is
 * written behind (see {@link BookTransactions}).
 */
final class BookTokenStore implements TokenStore, TokenOwners {

    /** Who claims when nobody says who he is. */
    private static final String ANYBODY = "";

    private static final String UPSERT = "INSERT INTO TokenEntry (processorName, segment, tokenType, token)"
            + " VALUES (?, ?, ?, ?) ON CONFLICT (processorName, segment)"
            + " DO UPDATE SET tokenType = excluded.tokenType, token = excluded.token";
    private static final String DELETE = "DELETE FROM TokenEntry WHERE processorName = ? AND segment = ?";
    private static final String ALL = "SELECT processorName, segment, tokenType, token FROM TokenEntry";

    /** A processor's part of the events. */
    record Key(String processor, int segment) {}

    private final BookTransactions transactions;
    private final Serializer serializer;
    private final Map<Key, Optional<TrackingToken>> tokens;
    private final Map<Key, String> claims;
    private final String owner;

    /** Loads all tokens. */
    BookTokenStore(BookTransactions transactions, DataSource readers, Serializer serializer) throws SQLException {
        this.transactions = transactions;
        this.serializer = serializer;
        this.tokens = new ConcurrentHashMap<>();
        this.claims = new ConcurrentHashMap<>();
        this.owner = ANYBODY;
        try (Connection connection = readers.getConnection();
                PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tokens.put(new Key(rows.getString(1), rows.getInt(2)), read(rows.getString(3), rows.getBytes(4)));
            }
        }
    }

    private BookTokenStore(BookTokenStore all, String owner) {
        this.transactions = all.transactions;
        this.serializer = all.serializer;
        this.tokens = all.tokens;
        this.claims = all.claims;
        this.owner = owner;
    }

    @Override
    public TokenStore storeOf(String name) {
        return new BookTokenStore(this, name);
    }

    private Optional<TrackingToken> read(@Nullable String type, byte @Nullable [] bytes) {
        if (type == null || bytes == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(serializer.deserialize(
                new SimpleSerializedObject<>(bytes, byte[].class, new SimpleSerializedType(type, null))));
    }

    @Override
    public void initializeTokenSegments(String processorName, int segmentCount) {
        initializeTokenSegments(processorName, segmentCount, null);
    }

    @Override
    public void initializeTokenSegments(String processorName, int segmentCount, @Nullable TrackingToken initialToken) {
        if (fetchSegments(processorName).length > 0) {
            throw new UnableToClaimTokenException("%s has tokens already".formatted(processorName));
        }
        transactions.executeInTransaction(() -> {
            for (int segment = 0; segment < segmentCount; segment++) {
                put(initialToken, new Key(processorName, segment));
            }
        });
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processorName, int segment) {
        if (stored(new Key(processorName, segment)) != null) {
            throw new UnableToInitializeTokenException(
                    "%s has a token for segment %d already".formatted(processorName, segment));
        }
        put(token, new Key(processorName, segment));
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
        Key key = new Key(processorName, segment);
        claim(key);
        put(token, key);
        transactions.writeBehind(key);
    }

    private void put(@Nullable TrackingToken token, Key key) {
        @Nullable SerializedObject<byte[]> bytes = token == null ? null : serializer.serialize(token, byte[].class);
        transactions.put(key, new Stored(key, Optional.ofNullable(token), bytes));
    }

    @Override
    public void deleteToken(String processorName, int segment) {
        Key key = new Key(processorName, segment);
        claim(key);
        transactions.put(key, new Deleted(key));
    }

    @Override
    @SuppressWarnings("NullAway") // Axon's interface is not annotated; null stands for the start of the book
    public @Nullable TrackingToken fetchToken(String processorName, int segment) {
        Key key = new Key(processorName, segment);
        boolean anew = claim(key);
        if (anew) {
            // Nothing is built on a batch that was lost: a new holder begins with the token that is on disk.
            transactions.settle(key);
        } else {
            // What is made of this token may be written for another segment, whose sequence does not wait for this
            // one's.
            transactions.awaitWritten(key);
        }
        Optional<TrackingToken> token = stored(key);
        if (token == null) {
            if (anew) {
                releaseClaim(processorName, segment);
            }
            throw new UnableToClaimTokenException("%s has no token for segment %d".formatted(processorName, segment));
        }
        return token.orElse(null);
    }

    /** Says whether the claim is a new one; whoever had it already keeps it. */
    private boolean claim(Key key) {
        String holder = claims.putIfAbsent(key, owner);
        if (holder != null && !holder.equals(owner)) {
            throw new UnableToClaimTokenException("Segment %d of %s is claimed by '%s', and not to be had by '%s'"
                    .formatted(key.segment(), key.processor(), holder, owner));
        }
        return holder == null;
    }

    @SuppressWarnings("NullableOptional") // null: no such segment; empty: the start of the book
    private @Nullable Optional<TrackingToken> stored(Key key) {
        BookChange pending = transactions.pending(key);
        if (pending instanceof Stored stored) {
            return stored.token();
        }
        return pending instanceof Deleted ? null : tokens.get(key);
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        claims.remove(new Key(processorName, segment), owner);
    }

    /** Segments that a transaction adds or removes are seen once it has been committed. */
    @Override
    public int[] fetchSegments(String processorName) {
        TreeSet<Integer> segments = new TreeSet<>();
        for (Key key : tokens.keySet()) {
            if (key.processor().equals(processorName)) {
                segments.add(key.segment());
            }
        }
        return segments.stream().mapToInt(Integer::intValue).toArray();
    }

    @SuppressWarnings({"OptionalUsedAsFieldOrParameterType", "NullableOptional"}) // null: no such segment
    private Runnable restoring(Key key, @Nullable Optional<TrackingToken> before) {
        return () -> {
            if (before == null) {
                tokens.remove(key);
            } else {
                tokens.put(key, before);
            }
        };
    }

    private final class Stored implements BookChange {

        private final Key key;
        private final Optional<TrackingToken> token;
        private final @Nullable SerializedObject<byte[]> bytes;

        Stored(Key key, Optional<TrackingToken> token, @Nullable SerializedObject<byte[]> bytes) {
            this.key = key;
            this.token = token;
            this.bytes = bytes;
        }

        Optional<TrackingToken> token() {
            return token;
        }

        @Override
        public void write(Batches batches) throws SQLException {
            batches.add(UPSERT, statement -> {
                statement.setString(1, key.processor());
                statement.setInt(2, key.segment());
                statement.setString(3, bytes == null ? null : bytes.getType().getName());
                statement.setBytes(4, bytes == null ? null : bytes.getData());
            });
        }

        @Override
        public Runnable apply() {
            return restoring(key, tokens.put(key, token));
        }
    }

    private final class Deleted implements BookChange {

        private final Key key;

        Deleted(Key key) {
            this.key = key;
        }

        @Override
        public void write(Batches batches) throws SQLException {
            batches.add(DELETE, statement -> {
                statement.setString(1, key.processor());
                statement.setInt(2, key.segment());
            });
        }

        @Override
        public Runnable apply() {
            Runnable undo = restoring(key, tokens.remove(key));
            // Of a segment that is no more; should there be one of its number again, anybody may have it.
            claims.remove(key, owner);
            return undo;
        }
    }
}

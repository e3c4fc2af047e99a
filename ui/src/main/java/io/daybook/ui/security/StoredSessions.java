package io.daybook.ui.security;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import io.daybook.ui.accounts.AccountsDatabase;
import io.daybook.ui.accounts.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.PrincipalNameIndexResolver;
import org.springframework.session.SessionRepository;

/**
 * Sessions in the accounts database. Written for it rather than taken, because the repository that comes with Spring
 * Session for MongoDB writes the whole session at each request: here each write waits for the disk, and two requests at
 * once would undo each other's attributes. Only what changed is written, attribute by attribute. Ids are stored as
 * fingerprints. Expired sessions are swept by us, as not every server does it.
 */
final class StoredSessions implements SessionRepository<StoredSession> {

    /** Stands in for the dot in attributes' names, which a field's name must not have. */
    private static final char DOT = '\uFF0E';

    private final MongoCollection<Document> sessions;
    private final SessionSettings settings;
    private final SessionAttributes attributes = new SessionAttributes();
    private final PrincipalNameIndexResolver<StoredSession> principal = new PrincipalNameIndexResolver<>();

    StoredSessions(AccountsDatabase database, SessionSettings settings) {
        this.sessions = database.collection("sessions");
        this.settings = settings;
    }

    @Override
    public StoredSession createSession() {
        MapSession session = new MapSession(Secrets.random());
        session.setSessionIdGenerator(Secrets::random);
        session.setMaxInactiveInterval(settings.idle());
        return new StoredSession(session, null);
    }

    @Override
    public void save(StoredSession session) {
        String before = session.storedId();
        if (before == null || session.idChanged()) {
            insert(session);
            if (before != null) {
                deleteById(before);
            }
        } else if (!session.changed().isEmpty() || session.accessedLongAfterStored(settings.touchAfter())) {
            update(before, session);
        } else {
            return;
        }
        session.stored();
    }

    private void insert(StoredSession session) {
        Document values = new Document();
        for (String name : session.getAttributeNames()) {
            values.append(
                    name.replace('.', DOT),
                    new Binary(attributes.write(Objects.requireNonNull(session.getAttribute(name)))));
        }
        sessions.insertOne(new Document("_id", Secrets.fingerprint(session.getId()))
                .append("createdAt", Date.from(session.getCreationTime()))
                .append("accessedAt", Date.from(session.getLastAccessedTime()))
                .append("idleSeconds", session.getMaxInactiveInterval().toSeconds())
                .append("expiresAt", Date.from(session.expiresAt()))
                .append("email", principal.resolveIndexValueFor(session))
                .append("attributes", values));
    }

    private void update(String id, StoredSession session) {
        List<Bson> changes = new ArrayList<>();
        changes.add(Updates.set("accessedAt", Date.from(session.getLastAccessedTime())));
        changes.add(Updates.set("expiresAt", Date.from(session.expiresAt())));
        changes.add(Updates.set("email", principal.resolveIndexValueFor(session)));
        for (String name : session.changed()) {
            String field = "attributes." + name.replace('.', DOT);
            Object value = session.getAttribute(name);
            changes.add(value == null ? Updates.unset(field) : Updates.set(field, new Binary(attributes.write(value))));
        }
        // Never an upsert: a session that was ended meanwhile stays ended.
        sessions.updateOne(eq("_id", Secrets.fingerprint(id)), Updates.combine(changes));
    }

    @Override
    public @Nullable StoredSession findById(String id) {
        Document stored = Secrets.looksLikeOne(id)
                ? sessions.find(eq("_id", Secrets.fingerprint(id))).first()
                : null;
        if (stored == null) {
            return null;
        }
        MapSession session = new MapSession(id);
        session.setSessionIdGenerator(Secrets::random);
        session.setCreationTime(stored.getDate("createdAt").toInstant());
        session.setLastAccessedTime(stored.getDate("accessedAt").toInstant());
        session.setMaxInactiveInterval(Duration.ofSeconds(stored.getLong("idleSeconds")));
        if (session.isExpired()) {
            deleteById(id);
            return null;
        }
        for (Map.Entry<String, Object> value :
                stored.get("attributes", new Document()).entrySet()) {
            attributes
                    .read(((Binary) value.getValue()).getData())
                    .ifPresent(read -> session.setAttribute(value.getKey().replace(DOT, '.'), read));
        }
        return new StoredSession(session, id);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteOne(eq("_id", Secrets.fingerprint(id)));
    }

    /** Ends all sessions of an account. */
    void deleteByEmail(String email) {
        sessions.deleteMany(eq("email", email));
    }

    void removeExpired() {
        sessions.createIndex(Indexes.ascending("expiresAt"));
        sessions.deleteMany(lte("expiresAt", Date.from(Instant.now())));
    }
}

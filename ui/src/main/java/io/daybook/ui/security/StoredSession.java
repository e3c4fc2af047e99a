package io.daybook.ui.security;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A session and what of it is not stored yet. */
final class StoredSession implements Session {

    private final MapSession session;
    private final Set<String> changed = new HashSet<>();
    private @Nullable String storedId;
    private Instant storedAccess;

    /**
     * @param storedId the id that it is stored under; null for a new one
     */
    StoredSession(MapSession session, @Nullable String storedId) {
        this.session = session;
        this.storedId = storedId;
        this.storedAccess = session.getLastAccessedTime();
    }

    @Nullable String storedId() {
        return storedId;
    }

    boolean idChanged() {
        return !session.getId().equals(storedId);
    }

    /** Names of the attributes that were set or removed. */
    Set<String> changed() {
        return Set.copyOf(changed);
    }

    boolean accessedLongAfterStored(Duration limit) {
        return storedAccess.plus(limit).isBefore(session.getLastAccessedTime());
    }

    Instant expiresAt() {
        return session.getLastAccessedTime().plus(session.getMaxInactiveInterval());
    }

    void stored() {
        storedId = session.getId();
        storedAccess = session.getLastAccessedTime();
        changed.clear();
    }

    @Override
    public String getId() {
        return session.getId();
    }

    @Override
    public String changeSessionId() {
        return session.changeSessionId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        return session.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return session.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        changed.add(name);
        session.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        if (session.getAttribute(name) != null) {
            changed.add(name);
        }
        session.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return session.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        session.setLastAccessedTime(time);
    }

    @Override
    public Instant getLastAccessedTime() {
        return session.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        session.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return session.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return session.isExpired();
    }
}

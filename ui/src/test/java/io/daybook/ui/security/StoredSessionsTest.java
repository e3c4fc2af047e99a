package io.daybook.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ui.accounts.AccountsDatabase;
import io.daybook.ui.accounts.Secrets;
import io.daybook.ui.platform.PlatformTest;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StoredSessionsTest extends PlatformTest {

    @Autowired
    private AccountsDatabase database;

    private StoredSessions sessions(Duration idle) {
        return new StoredSessions(database, new SessionSettings(idle, Duration.ofMinutes(1), Duration.ofMinutes(10)));
    }

    private Document stored(String id) {
        return database.collection("sessions")
                .find(new Document("_id", Secrets.fingerprint(id)))
                .first();
    }

    @Test
    void two_requests_at_once_do_not_undo_each_others_attributes() {
        StoredSessions sessions = sessions(Duration.ofHours(1));
        StoredSession created = sessions.createSession();
        sessions.save(created);
        StoredSession one = sessions.findById(created.getId());
        StoredSession other = sessions.findById(created.getId());
        one.setAttribute("with.dots", "first");
        other.setAttribute("other", "second");
        sessions.save(one);
        sessions.save(other);
        StoredSession read = sessions.findById(created.getId());
        assertThat(read.<String>getAttribute("with.dots")).isEqualTo("first");
        assertThat(read.<String>getAttribute("other")).isEqualTo("second");
    }

    @Test
    void a_session_that_was_ended_is_not_brought_back_by_a_slower_request() {
        StoredSessions sessions = sessions(Duration.ofHours(1));
        StoredSession created = sessions.createSession();
        sessions.save(created);
        StoredSession slow = sessions.findById(created.getId());
        sessions.deleteById(created.getId());
        slow.setAttribute("late", "value");
        sessions.save(slow);
        assertThat(sessions.findById(created.getId())).isNull();
    }

    @Test
    void expired_sessions_are_not_found_and_are_swept_and_others_stay() {
        StoredSessions brief = sessions(Duration.ofSeconds(10));
        StoredSession old = brief.createSession();
        old.setLastAccessedTime(Instant.now().minusSeconds(60));
        brief.save(old);
        StoredSession young = brief.createSession();
        brief.save(young);
        assertThat(stored(old.getId())).isNotNull();
        brief.removeExpired();
        assertThat(stored(old.getId())).isNull();
        assertThat(brief.findById(old.getId())).isNull();
        assertThat(brief.findById(young.getId())).isNotNull();
    }

    @Test
    void the_database_does_not_know_what_the_cookie_says() {
        StoredSessions sessions = sessions(Duration.ofHours(1));
        StoredSession created = sessions.createSession();
        sessions.save(created);
        assertThat(stored(created.getId()).toJson()).doesNotContain(created.getId());
    }

    @Test
    void only_types_that_belong_in_a_session_are_read_back() {
        SessionAttributes attributes = new SessionAttributes();
        assertThat(attributes.read(attributes.write("text"))).contains("text");
        assertThat(attributes.read(attributes.write(new java.io.File("/etc")))).isEmpty();
        assertThat(attributes.read(new byte[] {1, 2, 3})).isEmpty();
    }
}

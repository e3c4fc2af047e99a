package io.daybook.ui.tokens;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Accounts;
import io.daybook.ui.accounts.AccountsDatabase;
import io.daybook.ui.accounts.Secrets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens: 32 random bytes each, of which only the SHA-256 is kept. That is enough for a value nobody can guess; a
 * slow hash, as passwords need, would only make each request slow.
 */
public final class Tokens {

    private record Known(Account account, Instant expiresAt) {}

    private final MongoCollection<Document> tokens;
    private final Accounts accounts;
    private final TokensSettings settings;
    private final Clock clock;
    private final Cache<String, Known> remembered;

    Tokens(AccountsDatabase database, Accounts accounts, TokensSettings settings, Clock clock) {
        this.tokens = database.collection("tokens");
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(settings.remembered())
                .expireAfterWrite(settings.remember())
                .build();
    }

    /** A new token for an account that has just proved who it is. */
    public IssuedToken issue(Account account) {
        String token = Secrets.random();
        Instant expiresAt = clock.instant().plus(settings.lifetime());
        tokens.insertOne(new Document("_id", Secrets.fingerprint(token))
                .append("email", account.email())
                .append("expiresAt", Date.from(expiresAt)));
        return new IssuedToken(token, expiresAt);
    }

    /** Whose token this is; empty when it was never issued, has expired or was revoked. */
    public Optional<Account> find(String token) {
        if (!Secrets.looksLikeOne(token)) {
            return Optional.empty();
        }
        Known known = remembered.get(Secrets.fingerprint(token), this::load);
        return known != null && known.expiresAt().isAfter(clock.instant())
                ? Optional.of(known.account())
                : Optional.empty();
    }

    private @Nullable Known load(String hash) {
        Document stored = tokens.find(eq("_id", hash)).first();
        if (stored == null) {
            return null;
        }
        return accounts.find(stored.getString("email"))
                .map(account -> new Known(account, stored.getDate("expiresAt").toInstant()))
                .orElse(null);
    }

    /** Makes the token worthless, in this instance at once. */
    public void revoke(String token) {
        String hash = Secrets.fingerprint(token);
        tokens.deleteOne(eq("_id", hash));
        // After the removal: a look-up that is under way is waited for here, and a later one finds nothing.
        remembered.invalidate(hash);
    }

    /** Makes all tokens of an account worthless, as when its password was changed. */
    public void revokeAll(String email) {
        tokens.deleteMany(eq("email", email));
        remembered.invalidateAll();
    }

    void removeExpired() {
        tokens.createIndex(Indexes.ascending("expiresAt"));
        tokens.deleteMany(lte("expiresAt", Date.from(clock.instant())));
    }
}

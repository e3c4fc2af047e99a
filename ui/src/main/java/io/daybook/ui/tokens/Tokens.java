package io.daybook.ui.tokens;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Accounts;
import io.daybook.ui.accounts.AccountsDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens: 32 random bytes each, of which only the SHA-256 is kept. That is enough for a value nobody can guess; a
 * slow hash, as passwords need, would only make each request slow.
 */
public final class Tokens {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private record Known(Account account, Instant expiresAt) {}

    private final MongoCollection<Document> tokens;
    private final Accounts accounts;
    private final TokensSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
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
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expiresAt = clock.instant().plus(settings.lifetime());
        tokens.insertOne(new Document("_id", hash(token))
                .append("email", account.email())
                .append("expiresAt", Date.from(expiresAt)));
        return new IssuedToken(token, expiresAt);
    }

    /** Whose token this is; empty when it was never issued, has expired or was revoked. */
    public Optional<Account> find(String token) {
        if (!FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        Known known = remembered.get(hash(token), this::load);
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
        String hash = hash(token);
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
        tokens.deleteMany(lte("expiresAt", Date.from(clock.instant())));
    }

    private static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}

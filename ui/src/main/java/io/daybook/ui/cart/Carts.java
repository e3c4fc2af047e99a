package io.daybook.ui.cart;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.daybook.ui.accounts.AccountsDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** All carts, in the accounts database. A change is written only over the version it was made from. */
final class Carts {

    private static final int ATTEMPTS = 20;

    private final AccountsDatabase database;
    private final MongoCollection<Document> carts;
    private final CartSettings settings;
    private final Clock clock;

    Carts(AccountsDatabase database, CartSettings settings, Clock clock) {
        this.database = database;
        this.carts = database.collection("carts");
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether they could be read when that was last tried. */
    boolean areThere() {
        return database.isThere();
    }

    /** The cart with this id; an empty one when there is none. */
    Cart find(String id) {
        Document stored = carts.find(eq("_id", id)).first();
        return stored == null ? Cart.empty() : CartDocument.read(stored);
    }

    /** Changes a cart as it is at that moment, and returns it changed. */
    Cart change(String id, UnaryOperator<Cart> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Document stored = carts.find(eq("_id", id)).first();
            Cart before = stored == null ? Cart.empty() : CartDocument.read(stored);
            Cart after = change.apply(before);
            if (stored != null && after.equals(before) || write(id, stored, after)) {
                return after;
            }
        }
        throw new IllegalStateException("a cart was changed by others %d times in a row".formatted(ATTEMPTS));
    }

    void delete(String id) {
        carts.deleteOne(eq("_id", id));
    }

    /** Forgets carts that nobody has touched for long; returns how many. */
    long forgetOld() {
        Instant oldest = clock.instant().minus(settings.keptFor());
        return carts.deleteMany(lt("changedAt", Date.from(oldest))).getDeletedCount();
    }

    private boolean write(String id, @Nullable Document stored, Cart cart) {
        long version = stored == null ? 0 : CartDocument.version(stored);
        Document next = CartDocument.write(id, version + 1, cart, clock.instant());
        if (stored != null) {
            return carts.replaceOne(and(eq("_id", id), eq("version", version)), next)
                            .getMatchedCount()
                    == 1;
        }
        try {
            carts.insertOne(next);
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }
}

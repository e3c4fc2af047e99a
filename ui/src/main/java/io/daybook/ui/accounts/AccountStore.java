package io.daybook.ui.accounts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.daybook.api.customer.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** The accounts as documents; their {@code _id} is the e-mail address, which makes it unique without another index. */
final class AccountStore {

    /**
     * An account with what only this package may see.
     *
     * @param registered whether the log is known to have its customer
     */
    record Stored(Account account, String passwordHash, boolean registered) {}

    private final MongoCollection<Document> accounts;

    AccountStore(AccountsDatabase database) {
        this.accounts = database.collection("accounts");
    }

    Optional<Stored> find(String email) {
        return Optional.ofNullable(accounts.find(eq("_id", email)).first()).map(AccountStore::stored);
    }

    /** Accounts whose e-mail address begins so, in its order. */
    List<Account> beginning(String email, int limit) {
        return accounts.find(and(gte("_id", email), lt("_id", email + Character.MAX_VALUE)))
                .sort(ascending("_id"))
                .limit(limit)
                .map(AccountStore::stored)
                .map(Stored::account)
                .into(new ArrayList<>());
    }

    /** The accounts that buy as these customers. */
    List<Account> of(Collection<String> customers) {
        return accounts.find(in("customer", customers))
                .map(AccountStore::stored)
                .map(Stored::account)
                .into(new ArrayList<>());
    }

    /** Whoever looks at orders asks for accounts by customer. */
    void index() {
        accounts.createIndex(new Document("customer", 1));
    }

    /** Stores a new account; throws {@link EmailTaken}. */
    Account insert(String email, String name, CustomerId customer, Set<Role> roles, String passwordHash) {
        Account account = new Account(email, name, customer.value(), roles);
        try {
            accounts.insertOne(new Document("_id", email)
                    .append("name", name)
                    .append("customer", customer.value())
                    .append("roles", roles.stream().map(Role::name).sorted().toList())
                    .append("passwordHash", passwordHash)
                    .append("registered", false)
                    .append("openedAt", Date.from(Instant.now())));
        } catch (MongoWriteException failure) {
            if (ErrorCategory.fromErrorCode(failure.getError().getCode()) == ErrorCategory.DUPLICATE_KEY) {
                throw new EmailTaken();
            }
            throw failure;
        }
        return account;
    }

    void markRegistered(String email) {
        accounts.updateOne(eq("_id", email), set("registered", true));
    }

    void changePassword(String email, String passwordHash) {
        accounts.updateOne(eq("_id", email), set("passwordHash", passwordHash));
    }

    /** Whether there is anybody who may do everything. */
    boolean anyOperator() {
        return accounts.find(eq("roles", Role.OPERATOR.name())).first() != null;
    }

    private static Stored stored(Document document) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : document.getList("roles", String.class, List.of())) {
            roles.add(Role.valueOf(role));
        }
        Account account = new Account(
                document.getString("_id"), document.getString("name"), document.getString("customer"), roles);
        return new Stored(account, document.getString("passwordHash"), document.getBoolean("registered", false));
    }
}

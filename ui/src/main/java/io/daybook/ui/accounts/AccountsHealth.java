package io.daybook.ui.accounts;

import com.mongodb.MongoException;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the accounts database answers: without it nobody signs in, so that nobody can order. */
final class AccountsHealth implements HealthIndicator {

    private static final Document PING = new Document("ping", 1);

    private final AccountsDatabase database;

    AccountsHealth(AccountsDatabase database) {
        this.database = database;
    }

    @Override
    public Health health() {
        try {
            database.client().getDatabase(database.name()).runCommand(PING);
            return Health.up().build();
        } catch (MongoException away) {
            return Health.down(away).build();
        }
    }
}

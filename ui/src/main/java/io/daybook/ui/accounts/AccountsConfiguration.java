package io.daybook.ui.accounts;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may sign in. */
@Configuration(proxyBeanMethods = false)
public class AccountsConfiguration {

    /** The database's address is a MongoDB connection string with a database name: {@code daybook.accounts.uri}. */
    @Bean
    AccountsDatabase accountsDatabase(@Value("${daybook.accounts.uri}") String uri) {
        ConnectionString address = new ConnectionString(uri);
        String name = Objects.requireNonNull(address.getDatabase(), "daybook.accounts.uri must name a database");
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(address)
                .applicationName("daybook-ui")
                .build();
        return new AccountsDatabase(MongoClients.create(settings), name);
    }

    @Bean
    Accounts accounts() {
        return new Accounts();
    }
}

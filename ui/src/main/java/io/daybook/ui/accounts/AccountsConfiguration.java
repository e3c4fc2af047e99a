package io.daybook.ui.accounts;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may sign in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccountsSettings.class, AccountsSettings.Operator.class})
public class AccountsConfiguration {

    @Bean
    AccountsDatabase accountsDatabase(AccountsSettings settings, ObjectProvider<CommandListener> listeners) {
        ConnectionString address = new ConnectionString(settings.uri());
        String name = Objects.requireNonNull(address.getDatabase(), "daybook.accounts.uri must name a database");
        // What the connection string says comes last, so that it wins.
        MongoClientSettings client = MongoClientSettings.builder()
                .applyToClusterSettings(cluster ->
                        cluster.serverSelectionTimeout(settings.connectWithin().toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(settings.connectWithin().toMillis(), TimeUnit.MILLISECONDS)
                                .readTimeout(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS))
                .applicationName("daybook-ui")
                .commandListenerList(listeners.orderedStream().toList())
                .applyConnectionString(address)
                .build();
        return new AccountsDatabase(MongoClients.create(client), name);
    }

    /** Its name is that of the indicator: readiness includes "accounts". */
    @Bean
    AccountsHealth accountsHealthIndicator(AccountsDatabase database) {
        return new AccountsHealth(database);
    }

    @Bean
    Housekeeping housekeeping() {
        return new Housekeeping();
    }

    @Bean
    AccountStore accountStore(AccountsDatabase database, Housekeeping housekeeping) {
        AccountStore store = new AccountStore(database);
        housekeeping.once(Duration.ZERO, "index the accounts", store::index);
        return store;
    }

    @Bean
    Credentials credentials() {
        return new Credentials();
    }

    @Bean
    Accounts accounts(AccountStore store, Credentials credentials, CommandGateway commands, AccountsSettings settings) {
        SignInThrottle throttle = new SignInThrottle(settings, Clock.systemUTC());
        return new Accounts(store, credentials, throttle, commands, settings);
    }

    @Bean
    InitialAccounts initialAccounts(
            Accounts accounts,
            AccountStore store,
            Credentials credentials,
            AccountsSettings settings,
            AccountsSettings.Operator operator,
            Housekeeping housekeeping,
            ApplicationEventPublisher publisher) {
        return new InitialAccounts(accounts, store, credentials, settings, operator, housekeeping, publisher);
    }
}

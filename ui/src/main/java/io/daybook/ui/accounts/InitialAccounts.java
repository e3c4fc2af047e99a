package io.daybook.ui.accounts;

import com.mongodb.MongoException;
import java.util.EnumSet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Opens the accounts that the settings name, at start. The database may come up later than this: then it is tried again
 * until it is there. An account that exists is left as it is, but for the operator's password, which follows the setting.
 */
final class InitialAccounts implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(InitialAccounts.class);

    private final Accounts accounts;
    private final AccountStore store;
    private final Credentials credentials;
    private final AccountsSettings settings;
    private final AccountsSettings.Operator operator;
    private final Housekeeping housekeeping;
    private final ApplicationEventPublisher publisher;

    InitialAccounts(
            Accounts accounts,
            AccountStore store,
            Credentials credentials,
            AccountsSettings settings,
            AccountsSettings.Operator operator,
            Housekeeping housekeeping,
            ApplicationEventPublisher publisher) {
        this.accounts = accounts;
        this.store = store;
        this.credentials = credentials;
        this.settings = settings;
        this.operator = operator;
        this.housekeeping = housekeeping;
        this.publisher = publisher;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            open();
        } catch (MongoException unreachable) {
            log.warn("The accounts database is not there yet, trying again: {}", unreachable.getMessage());
            housekeeping.once(settings.tryAgainAfter(), "open the first accounts", () -> run(arguments));
        }
    }

    private void open() {
        for (AccountsSettings.Initial initial : settings.initial()) {
            if (store.find(Credentials.email(initial.email())).isEmpty()) {
                openUnlessThere(initial.email(), initial.password(), initial.name(), EnumSet.copyOf(initial.roles()));
            }
        }
        String password = operator.password();
        if (password != null && !password.isBlank()) {
            openOperator(password);
        } else if (!store.anyOperator()) {
            log.warn(
                    "There is no operator: set the environment variable DAYBOOK_OPERATOR_PASSWORD"
                            + " (8 to 200 characters) and start again to get {}",
                    operator.email());
        }
    }

    private void openOperator(String password) {
        String email = Credentials.email(operator.email());
        Optional<AccountStore.Stored> there = store.find(email);
        if (there.isEmpty()) {
            openUnlessThere(email, password, operator.name(), EnumSet.of(Role.OPERATOR, Role.CUSTOMER));
        } else if (!credentials.matches(password, there.get().passwordHash())) {
            store.changePassword(email, credentials.hash(Credentials.password(password)));
            publisher.publishEvent(new PasswordChanged(email));
            log.info("The operator's password was changed to the one that is set now");
        }
    }

    private void openUnlessThere(String email, String password, String name, EnumSet<Role> roles) {
        try {
            accounts.open(email, password, name, roles);
            log.info("Opened the account {} with roles {}", email, roles);
        } catch (EmailTaken byAnotherInstance) {
            log.info("The account {} was opened by another instance", email);
        }
    }
}

package io.daybook.ui.accounts;

import io.daybook.api.Require;
import io.daybook.api.customer.CustomerCommand.RegisterCustomer;
import io.daybook.api.customer.CustomerId;
import io.daybook.ui.accounts.AccountStore.Stored;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The accounts that may sign in. */
public final class Accounts {

    private static final Logger log = LoggerFactory.getLogger(Accounts.class);

    private final AccountStore store;
    private final Credentials credentials;
    private final SignInThrottle throttle;
    private final CommandGateway commands;
    private final AccountsSettings settings;

    Accounts(
            AccountStore store,
            Credentials credentials,
            SignInThrottle throttle,
            CommandGateway commands,
            AccountsSettings settings) {
        this.store = store;
        this.credentials = credentials;
        this.throttle = throttle;
        this.commands = commands;
        this.settings = settings;
    }

    /**
     * Opens a customer's account. The account is stored first and the customer registered in the log after; when that
     * fails in between, signing in does it again.
     *
     * @throws EmailTaken                  when there is one with this e-mail address
     * @throws io.daybook.api.InvalidValue naming {@code email}, {@code password} or {@code name}
     */
    public Account register(String email, String password, String name) {
        return open(email, password, name, EnumSet.of(Role.CUSTOMER));
    }

    Account open(String email, String password, String name, Set<Role> roles) {
        String address = Credentials.email(email);
        String called = Require.text("name", name, 200);
        String hash = credentials.hash(Credentials.password(password));
        Account account = store.insert(address, called, CustomerId.random(), roles, hash);
        registerCustomer(account);
        return account;
    }

    /**
     * Who signs in with this e-mail address and password; empty when they do not belong together, whichever is wrong.
     *
     * @param address the network address that the attempt comes from
     * @throws TooManyFailures when the account or the address failed too often of late
     */
    public Optional<Account> signIn(String email, String password, String address) {
        String known = email.strip().toLowerCase(Locale.ROOT);
        if (known.length() > Credentials.MAX_EMAIL) {
            // Nobody's; cut, so that what is counted in memory stays small.
            known = known.substring(0, Credentials.MAX_EMAIL);
        }
        SignInThrottle.Attempt attempt = throttle.begin(known, address);
        Optional<Stored> stored;
        try {
            stored = check(known, password);
        } catch (RuntimeException undecided) {
            attempt.undecided();
            throw undecided;
        }
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        attempt.succeeded();
        if (!stored.get().registered()) {
            registerCustomer(stored.get().account());
        }
        return Optional.of(stored.get().account());
    }

    private Optional<Stored> check(String email, String password) {
        Optional<Stored> stored = store.find(email);
        if (stored.isEmpty()) {
            credentials.pretendToCheck(password);
        }
        return stored.filter(account -> credentials.matches(password, account.passwordHash()));
    }

    /** The account with this e-mail address, as it is now. */
    public Optional<Account> find(String email) {
        return store.find(email).map(Stored::account);
    }

    /** Accounts whose e-mail address begins so, in its order. */
    public List<Account> beginning(String email, int limit) {
        if (email.chars().anyMatch(Character::isISOControl)) {
            // Nobody's, and the database would not take it for a pattern.
            return List.of();
        }
        return store.beginning(email.strip().toLowerCase(Locale.ROOT), limit);
    }

    /** The accounts that buy as these customers; those without one are left out. */
    public List<Account> of(Collection<CustomerId> customers) {
        return store.of(customers.stream().map(CustomerId::value).toList());
    }

    private void registerCustomer(Account account) {
        try {
            commands.<@Nullable Object>send(new RegisterCustomer(account.customerId(), account.name()))
                    .get(settings.registerWithin().toMillis(), TimeUnit.MILLISECONDS);
            store.markRegistered(account.email());
        } catch (ExecutionException | TimeoutException failure) {
            log.warn(
                    "Customer {} could not be registered in the log; the next sign-in tries again: {}",
                    account.customer(),
                    failure.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.daybook.ui.accounts;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The accounts.
 *
 * @param uri                MongoDB connection string with a database name
 * @param initial            accounts that are opened at start where they do not exist
 * @param connectWithin      how long the database is waited for until it is found, unless the connection string says so
 * @param answerWithin       how long each of its answers is waited for, likewise
 * @param registerWithin     how long the log is waited for when a customer is registered
 * @param tryAgainAfter      time between attempts to open the initial accounts while the database is not there
 * @param failuresPerAccount failed sign-ins for one account within the window, before it has to wait
 * @param failuresPerAddress failed sign-ins from one network address within the window, before it has to wait
 * @param failureWindow      how long a failed sign-in counts
 * @param failuresRemembered accounts and addresses whose failures are counted at most, in memory
 */
@ConfigurationProperties("daybook.accounts")
record AccountsSettings(
        String uri,
        @DefaultValue List<Initial> initial,
        @DefaultValue("2s") Duration connectWithin,
        @DefaultValue("5s") Duration answerWithin,
        @DefaultValue("10s") Duration registerWithin,
        @DefaultValue("5s") Duration tryAgainAfter,
        @DefaultValue("10") int failuresPerAccount,
        @DefaultValue("50") int failuresPerAddress,
        @DefaultValue("15m") Duration failureWindow,
        @DefaultValue("100000") long failuresRemembered) {

    /** An account to be opened at start. */
    record Initial(
            String email,
            String name,
            String password,
            @DefaultValue("CUSTOMER") Set<Role> roles) {

        /** Without the password, which no log shall have. */
        @Override
        public String toString() {
            return "Initial[email=%s, roles=%s]".formatted(email, roles);
        }
    }

    /**
     * The first operator.
     *
     * @param password given by the environment variable DAYBOOK_OPERATOR_PASSWORD; null for none
     */
    @ConfigurationProperties("daybook.operator")
    record Operator(
            @DefaultValue("operator@daybook.example") String email,
            @DefaultValue("Operator") String name,
            @Nullable String password) {

        /** Without the password, which no log shall have. */
        @Override
        public String toString() {
            return "Operator[email=%s]".formatted(email);
        }
    }
}

package io.daybook.ui.tokens;

import io.daybook.ui.accounts.Accounts;
import io.daybook.ui.accounts.AccountsDatabase;
import io.daybook.ui.accounts.Housekeeping;
import io.daybook.ui.accounts.PasswordChanged;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bearer tokens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokensSettings.class)
public class TokensConfiguration {

    @Bean
    Tokens tokens(AccountsDatabase database, Accounts accounts, TokensSettings settings, Housekeeping housekeeping) {
        Tokens tokens = new Tokens(database, accounts, settings, Clock.systemUTC());
        housekeeping.every(settings.sweepEvery(), "remove expired tokens", tokens::removeExpired);
        return tokens;
    }

    @Bean
    ApplicationListener<PayloadApplicationEvent<PasswordChanged>> tokensOfChangedPasswords(Tokens tokens) {
        return ApplicationListener.forPayload(changed -> tokens.revokeAll(changed.email()));
    }
}

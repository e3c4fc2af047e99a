package io.daybook.ui.registration;

import io.daybook.ui.accounts.Accounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages for signing in and for opening an account. */
@Configuration(proxyBeanMethods = false)
public class RegistrationConfiguration {

    @Bean
    RegistrationController registrationController(Accounts accounts) {
        return new RegistrationController(accounts);
    }
}

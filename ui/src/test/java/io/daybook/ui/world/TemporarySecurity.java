package io.daybook.ui.world;

import io.daybook.ui.accounts.Accounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.*;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;

@Configuration
class TemporarySecurity {
    @Bean
    SecurityFilterChain chain(HttpSecurity http, Accounts accounts) throws Exception {
        http.authenticationProvider(new AuthenticationProvider() {
            public Authentication authenticate(Authentication a) {
                return accounts.signIn(a.getName(), (String) a.getCredentials(), "x")
                        .map(x -> UsernamePasswordAuthenticationToken.authenticated(x, null, x.authorities()))
                        .orElseThrow(() -> new BadCredentialsException("no"));
            }

            public boolean supports(Class<?> c) {
                return true;
            }
        });
        return http.authorizeHttpRequests(r -> r.anyRequest().permitAll())
                .formLogin(f -> f.loginPage("/sign-in")
                        .usernameParameter("email")
                        .passwordParameter("password")
                        .failureUrl("/sign-in?failed"))
                .logout(l -> l.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .headers(
                        h -> h.contentSecurityPolicy(
                                c -> c.policyDirectives(
                                        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")))
                .build();
    }
}

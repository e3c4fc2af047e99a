package io.daybook.ui.security;

import io.daybook.ui.accounts.AccountsDatabase;
import io.daybook.ui.accounts.Housekeeping;
import io.daybook.ui.accounts.PasswordChanged;
import io.daybook.ui.http.ProblemWriter;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Sessions that survive a restart. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
@EnableConfigurationProperties(SessionSettings.class)
class SessionConfiguration {

    @Bean
    StoredSessions sessionRepository(AccountsDatabase database, SessionSettings settings, Housekeeping housekeeping) {
        StoredSessions sessions = new StoredSessions(database, settings);
        housekeeping.every(settings.sweepEvery(), "remove expired sessions", sessions::removeExpired);
        return sessions;
    }

    /** Error pages, too, know who is signed in. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionsInEveryDispatch(SessionRepositoryFilter<?> filter) {
        FilterRegistrationBean<SessionRepositoryFilter<?>> registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }

    @Bean
    AccountsAway accountsAway(AccountsDatabase database, DefaultCookieSerializer cookie, ProblemWriter problems) {
        CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();
        cookies.setCookieSerializer(cookie);
        return new AccountsAway(database, cookies, problems);
    }

    /** Around everything that may need a session. */
    @Bean
    FilterRegistrationBean<AccountsAway> accountsAwayFirst(AccountsAway filter) {
        FilterRegistrationBean<AccountsAway> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return registration;
    }

    @Bean
    DefaultCookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("SESSION");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        // The id is random text already.
        cookie.setUseBase64Encoding(false);
        return cookie;
    }

    @Bean
    ApplicationListener<PayloadApplicationEvent<PasswordChanged>> sessionsOfChangedPasswords(StoredSessions sessions) {
        return ApplicationListener.forPayload(changed -> sessions.deleteByEmail(changed.email()));
    }
}

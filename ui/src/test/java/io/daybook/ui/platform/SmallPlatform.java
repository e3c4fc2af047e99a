package io.daybook.ui.platform;

import io.daybook.api.MessageJson;
import io.daybook.operations.OperationsConfiguration;
import io.daybook.ui.UiConfiguration;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** This module's production configuration on an in-memory log. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({UiConfiguration.class, OperationsConfiguration.class, SmallPlatform.Probe.class})
public class SmallPlatform {

    @Bean
    EventStorageEngine eventStorageEngine() {
        return new InMemoryEventStorageEngine();
    }

    @Bean
    MessageJson messageJson() {
        return new MessageJson();
    }

    @Bean
    SmallShop smallShop(EventGateway events) {
        return new SmallShop(events);
    }

    @Bean
    SmallOrders smallOrders(EventGateway events, QueryUpdateEmitter updates) {
        return new SmallOrders(events, updates);
    }

    /** Stands in for a page: tells who is signed in, and the token that a form would carry. */
    @RestController
    static class Probe {
        @GetMapping("/probe")
        Map<String, String> probe(
                @AuthenticationPrincipal io.daybook.ui.accounts.Account account,
                CsrfToken csrf,
                HttpServletRequest request) {
            return Map.of("email", account == null ? "" : account.email(), "csrf", csrf.getToken());
        }

        @GetMapping("/account/probe")
        Map<String, String> own(@AuthenticationPrincipal io.daybook.ui.accounts.Account account) {
            return Map.of("email", account.email());
        }
    }
}

package io.daybook.ui.audit;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The audit log, on a page and for programs. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

    @Bean
    AuditLog auditLog(EventStore events) {
        return new AuditLog(events);
    }

    @Bean
    AuditController auditController(AuditLog log) {
        return new AuditController(log);
    }

    @Bean
    AuditApi auditApi(AuditLog log) {
        return new AuditApi(log);
    }
}

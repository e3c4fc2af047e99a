package io.daybook.observability;

import com.mongodb.event.CommandListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.mongodb.MongoMetricsCommandListener;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Times what is asked of MongoDB; the clients of an application take all listeners that there are. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(CommandListener.class)
class DatabaseMetersConfiguration {

    @Bean
    CommandListener databaseMeters(MeterRegistry registry) {
        return new MongoMetricsCommandListener(registry, new DatabaseTags());
    }
}

package io.daybook.operations;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The log lines of all instances in one place. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogSettings.class)
class LogsConfiguration {

    @Bean
    LogQueue logQueue(LogSettings settings, MeterRegistry registry) {
        return new LogQueue(settings.waiting(), registry);
    }

    @Bean(initMethod = "attach", destroyMethod = "detach")
    LogAppender logAppender(LogQueue queue) {
        return new LogAppender(queue);
    }

    @Bean
    LogWriter logWriter(
            OperationsDatabase database,
            LogQueue queue,
            ObjectProvider<ReportingInstances> instances,
            LogSettings settings,
            Environment environment) {
        String application = environment.getProperty("spring.application.name", "daybook");
        LogOrigin origin = new LogOrigin(
                () -> instances
                        .orderedStream()
                        .flatMap(some -> some.reporting().stream())
                        .toList(),
                environment.getProperty("daybook.instance", application),
                application);
        return new LogWriter(lines(database), queue, origin, settings, Clock.systemUTC());
    }

    @Bean
    LogRetention logRetention(OperationsDatabase database, LogSettings settings) {
        return new LogRetention(lines(database), settings, Clock.systemUTC());
    }

    @Bean
    LogBook logBook(OperationsDatabase database) {
        return new LogBook(lines(database), Clock.systemUTC());
    }

    private static MongoCollection<Document> lines(OperationsDatabase database) {
        return database.collection("logs");
    }
}

package io.daybook.ui.logs;

import io.daybook.operations.InstanceDirectory;
import io.daybook.operations.LogBook;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStreams;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of logs, and the same for programs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogsSettings.class)
public class LogsConfiguration {

    @Bean
    LogTail logTail(
            LogBook book,
            Fragments fragments,
            LogsSettings settings,
            @Value("${server.servlet.context-path:}") String base) {
        return new LogTail(book, fragments, settings, base);
    }

    @Bean
    LogsController logsController(
            LogBook book, LogTail tail, LiveStreams streams, InstanceDirectory instances, LogsSettings settings) {
        return new LogsController(book, tail, streams, instances, settings);
    }

    @Bean
    LogsApi logsApi(LogBook book) {
        return new LogsApi(book);
    }
}

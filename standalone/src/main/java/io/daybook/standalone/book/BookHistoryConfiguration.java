package io.daybook.standalone.book;

import io.daybook.history.EventLog;
import io.daybook.history.HistoryFailure;
import io.daybook.history.LogAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The book alone, found by the same settings as when the platform starts, to be exported or filled. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BookSettings.class)
public class BookHistoryConfiguration {

    /** Made from the log, and no further than it. */
    private static final String VIEWS = "views.mv";

    @Bean
    LogAccess bookHistory(BookSettings settings, Environment environment) {
        String url = BookConfiguration.url(settings, environment);
        Path views = Path.of(environment.getRequiredProperty("daybook.data"), VIEWS);
        return new LogAccess() {
            @Override
            public EventLog openToRead() {
                return BookLog.openExisting(url, settings);
            }

            @Override
            public EventLog openToFill() {
                if (Files.exists(views)) {
                    throw new HistoryFailure(
                            "%s holds views of another log: remove it, or give a new directory".formatted(views));
                }
                return BookLog.open(url, settings);
            }
        };
    }
}

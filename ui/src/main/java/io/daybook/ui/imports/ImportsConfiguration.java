package io.daybook.ui.imports;

import io.daybook.ui.accounts.AccountsDatabase;
import io.daybook.ui.accounts.Housekeeping;
import io.daybook.ui.http.ApiJson;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Imports. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
public class ImportsConfiguration {

    @Bean
    Imports imports(
            AccountsDatabase database,
            CommandGateway commands,
            ApiJson json,
            ImportSettings settings,
            Housekeeping housekeeping) {
        ImportStore store = new ImportStore(database, settings, Clock.systemUTC());
        housekeeping.every(settings.sweepEvery(), "remove old imports", store::removeOld);
        Imports imports = new Imports(store, commands, json, settings);
        housekeeping.every(settings.lostAfter().dividedBy(4), "show that imports are alive", imports::keepAlive);
        return imports;
    }
}

package io.daybook.ui.inspector;

import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.Views;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of the log, and the same for programs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InspectorSettings.class)
public class InspectorConfiguration {

    @Bean
    Archive archive(Views views, InspectorSettings settings) {
        return new Archive(views, settings);
    }

    @Bean
    ShownPersonalData shownPersonalData(Commands pages, CommandGateway programs) {
        return new ShownPersonalData(pages, programs);
    }

    @Bean
    HistoryController eventLogController(Archive archive, ShownPersonalData shown, InspectorSettings settings) {
        return new HistoryController(archive, shown, new Dashboard(settings.dashboard()), settings);
    }

    @Bean
    StateController stateController(Archive archive, ShownPersonalData shown) {
        return new StateController(archive, shown);
    }

    @Bean
    HistoryApi historyApi(Archive archive, ShownPersonalData shown) {
        return new HistoryApi(archive, shown);
    }

    @Bean
    StateApi stateApi(Archive archive, ShownPersonalData shown) {
        return new StateApi(archive, shown);
    }
}

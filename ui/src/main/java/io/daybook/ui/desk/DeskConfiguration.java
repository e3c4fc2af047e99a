package io.daybook.ui.desk;

import io.daybook.ui.accounts.Accounts;
import io.daybook.ui.pages.Views;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The support desk. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskSettings.class)
@Import({OrderDeskController.class, StoryController.class, CustomerDeskController.class})
public class DeskConfiguration {

    @Bean
    CustomerDirectory customerDirectory(Accounts accounts, Views views) {
        return new CustomerDirectory(accounts, views);
    }

    @Bean
    OrderFinder orderFinder(CustomerDirectory customers, Views views) {
        return new OrderFinder(customers, views);
    }
}

package io.daybook.ui.assortment;

import io.daybook.ui.exports.Exports;
import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.ReadPosition;
import io.daybook.ui.pages.Views;
import io.daybook.ui.pictures.PictureLibrary;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The staff's pages of products. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AssortmentSettings.class)
public class AssortmentConfiguration {

    @Bean
    AssortmentController assortmentController(
            Views views, Exports exports, ReadPosition position, AssortmentSettings settings) {
        return new AssortmentController(views, exports, position, settings);
    }

    @Bean
    ProductEditor productEditor(Views views, Commands commands, PictureLibrary pictures, ReadPosition position) {
        return new ProductEditor(views, commands, pictures, position);
    }
}

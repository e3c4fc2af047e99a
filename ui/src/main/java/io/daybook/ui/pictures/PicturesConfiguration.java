package io.daybook.ui.pictures;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Pictures of products. */
@Configuration(proxyBeanMethods = false)
public class PicturesConfiguration {

    @Bean
    IconSet iconSet() {
        return new IconSet();
    }

    @Bean
    PictureController pictureController(IconSet icons) {
        return new PictureController(icons);
    }

    @Bean
    LicenceController licenceController() {
        return new LicenceController();
    }
}

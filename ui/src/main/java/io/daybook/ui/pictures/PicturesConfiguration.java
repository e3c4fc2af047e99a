package io.daybook.ui.pictures;

import io.daybook.ui.accounts.Housekeeping;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Pictures of products. */
@Configuration(proxyBeanMethods = false)
public class PicturesConfiguration {

    private static final Duration SOON = Duration.ofSeconds(3);

    @Bean
    IconSet iconSet(Housekeeping housekeeping) {
        IconSet icons = new IconSet();
        // Reading takes about a second: not while starting, but before most visitors come.
        housekeeping.once(SOON, icons::names);
        return icons;
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

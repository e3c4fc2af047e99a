package io.daybook.ui.pictures;

import io.daybook.ui.accounts.AccountsDatabase;
import io.daybook.ui.accounts.Housekeeping;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Pictures of products. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PictureSettings.class)
public class PicturesConfiguration {

    private static final Duration SOON = Duration.ofSeconds(3);

    @Bean
    IconSet iconSet(Housekeeping housekeeping) {
        IconSet icons = new IconSet();
        // Reading takes about a second: not while starting, but before most visitors come.
        housekeeping.once(SOON, "read the icons", icons::names);
        return icons;
    }

    @Bean
    PhotoStore photoStore(AccountsDatabase database, PictureSettings settings) {
        return new PhotoStore(database, settings);
    }

    @Bean
    PictureLibrary pictureLibrary(IconSet icons, PhotoStore photos, PictureSettings settings) {
        return new PictureLibrary(icons, new Darkroom(settings), photos);
    }

    @Bean
    PhotoController photoController(PhotoStore photos) {
        return new PhotoController(photos);
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

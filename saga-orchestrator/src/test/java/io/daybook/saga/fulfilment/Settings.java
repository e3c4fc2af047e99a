package io.daybook.saga.fulfilment;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as an application reads them: the defaults, but for what a test says. */
final class Settings {

    private Settings() {}

    static FulfilmentSettings with(Map<String, String> some) {
        return new Binder(new MapConfigurationPropertySource(some))
                .bindOrCreate("daybook.fulfilment", FulfilmentSettings.class);
    }
}

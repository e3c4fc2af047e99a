package io.daybook.query.letters;

import io.daybook.query.projection.ParkedEvents;
import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.ViewProgresses;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The parts of this question, for the module's configuration. */
public class LettersBeans {

    @Bean
    ParkedEvents parkedEvents(ViewDatabase database, ViewProgresses views) {
        return new ParkedEvents(database, views);
    }

    @Bean
    DeadLettersQueryHandler deadLettersQueryHandler(ParkedEvents parked) {
        return new DeadLettersQueryHandler(parked);
    }

    @Bean
    ViewLetterMeters viewLetterMeters(ParkedEvents parked, Environment settings) {
        return new ViewLetterMeters(parked, settings.getProperty("daybook.instance", "views"));
    }
}

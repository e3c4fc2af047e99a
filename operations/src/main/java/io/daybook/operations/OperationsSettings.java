package io.daybook.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where reports are kept, and how often things are looked at.
 *
 * @param uri    MongoDB connection string of the database for reports, with its name
 * @param report time between two reports of an instance
 * @param follow time between two looks at what operators have decided
 * @param lost   an instance that has not reported for so long is not well
 * @param forget an instance that has not reported for so long is gone, and is listed no more
 */
@ConfigurationProperties("daybook.operations")
public record OperationsSettings(
        String uri,
        @DefaultValue("1s") Duration report,
        @DefaultValue("500ms") Duration follow,
        @DefaultValue("5s") Duration lost,
        @DefaultValue("10m") Duration forget) {}

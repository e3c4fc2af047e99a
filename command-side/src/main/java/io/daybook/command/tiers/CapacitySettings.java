package io.daybook.command.tiers;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Places that are shared between the tiers; operators decide how.
 *
 * @param awake how long a tier that has no work is taken for one that will have more at any moment; after that its
 *              places but one are lent
 * @param every time between two looks at the waits, which shares may follow
 */
@ConfigurationProperties("daybook.capacity")
record CapacitySettings(
        @DefaultValue("2s") Duration awake,
        @DefaultValue("1s") Duration every) {}

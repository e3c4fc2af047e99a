package io.daybook.command.tiers;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Capacity of its own for each tier, wherever work waits for one of so many places.
 *
 * @param vip      percent of the places that standard orders cannot hold while VIP orders come, unless an operator decides
 *                 otherwise
 * @param standard percent of the places that VIP orders cannot hold while standard orders come
 * @param awake    how long a tier that has no work is taken for one that will have more at any moment; after that its
 *                 places but one are lent
 */
@ConfigurationProperties("daybook.capacity")
public record CapacitySettings(
        @DefaultValue("25") int vip,
        @DefaultValue("25") int standard,
        @DefaultValue("2s") Duration awake) {

    /** A queue for so many places. */
    public <T> TieredQueue<T> queue(int places) {
        return new TieredQueue<>(places, new Shares(vip, standard), awake, System::nanoTime);
    }
}

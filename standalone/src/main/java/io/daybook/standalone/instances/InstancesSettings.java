package io.daybook.standalone.instances;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many instances there are of each service, and what each may use.
 *
 * @param number  of instances, by service; 2 where nothing is said
 * @param threads commands that one instance handles at the same time; most of that time they wait for the disk together
 * @param again   how often a command is sent again whose handler has died over it, or that nobody handles just then
 * @param pause   before it is
 */
@ConfigurationProperties("daybook.instances")
record InstancesSettings(
        @DefaultValue Map<Service, Integer> number,
        @DefaultValue("8") int threads,
        @DefaultValue("20") int again,
        @DefaultValue("100ms") Duration pause) {

    private static final int USUAL = 2;

    InstancesSettings {
        number.forEach((service, count) -> {
            if (count < 1) {
                throw new IllegalArgumentException(
                        "daybook.instances.number.%s is %d, but must be 1 or more".formatted(service.label(), count));
            }
        });
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "daybook.instances.threads is %d, but must be 1 or more".formatted(threads));
        }
    }

    int numberOf(Service service) {
        return number.getOrDefault(service, USUAL);
    }
}

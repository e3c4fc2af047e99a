package io.daybook.standalone.instances;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many instances there are of each service, and what each may use.
 *
 * @param threads commands that one instance handles at the same time; most of that time they wait for the disk together
 */
@ConfigurationProperties("daybook.instances")
record InstancesSettings(
        @DefaultValue("2") int order,
        @DefaultValue("2") int payment,
        @DefaultValue("2") int inventory,
        @DefaultValue("2") int catalog,
        @DefaultValue("2") int customer,
        @DefaultValue("32") int threads) {

    InstancesSettings {
        if (Math.min(Math.min(order, Math.min(payment, inventory)), Math.min(catalog, customer)) < 1) {
            throw new IllegalArgumentException("daybook.instances: there must be at least one of each service");
        }
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "daybook.instances.threads is %d, but must be 1 or more".formatted(threads));
        }
    }

    /** By name of the service, which is also that of the feature of the command side that it runs. */
    Map<String, Integer> services() {
        Map<String, Integer> services = new LinkedHashMap<>();
        services.put("catalog", catalog);
        services.put("customer", customer);
        services.put("inventory", inventory);
        services.put("order", order);
        services.put("payment", payment);
        return services;
    }
}

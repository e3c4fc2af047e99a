package io.daybook.query;

import io.daybook.cluster.ActuatorConfiguration;
import io.daybook.cluster.ClusterConfiguration;
import io.daybook.cluster.ClusterStoresConfiguration;
import io.daybook.cluster.PromptCoordinator;
import io.daybook.query.projection.Coordinators;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The views as a service of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    QuerySideConfiguration.class,
    ClusterConfiguration.class,
    ClusterStoresConfiguration.class,
    ActuatorConfiguration.class
})
public class QuerySideApplication {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(QuerySideApplication.class)
                .properties(Map.of("spring.config.name", "query-side"))
                .run(arguments);
    }

    /** Axon Server may be away for a while. */
    @Bean
    Coordinators viewCoordinators() {
        return (thread, pace) -> new PromptCoordinator(thread);
    }
}

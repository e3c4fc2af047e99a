package io.daybook.saga;

import io.daybook.cluster.ActuatorConfiguration;
import io.daybook.cluster.ClusterConfiguration;
import io.daybook.cluster.ClusterStoresConfiguration;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The orchestrator as a service of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    SagaOrchestratorConfiguration.class,
    ClusterConfiguration.class,
    ClusterStoresConfiguration.class,
    ActuatorConfiguration.class
})
public class SagaOrchestratorApplication {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(SagaOrchestratorApplication.class)
                .properties(Map.of("spring.config.name", "saga-orchestrator"))
                .run(arguments);
    }
}

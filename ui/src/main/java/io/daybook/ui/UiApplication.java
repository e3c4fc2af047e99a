package io.daybook.ui;

import io.daybook.cluster.ClusterConfiguration;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The shop, the staff's pages and the API as a service of their own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({UiConfiguration.class, ClusterConfiguration.class})
public class UiApplication {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(UiApplication.class)
                .properties(Map.of("spring.config.name", "ui"))
                .run(arguments);
    }
}

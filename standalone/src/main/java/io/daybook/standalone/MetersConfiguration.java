package io.daybook.standalone;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the launcher adds to the platform's meters. */
@Configuration(proxyBeanMethods = false)
class MetersConfiguration {

    @Bean
    CpuByPart cpuByPart() {
        return new CpuByPart();
    }
}

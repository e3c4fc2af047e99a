package io.daybook.standalone;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs a payment sandbox beside the platform, unless another provider's address is given. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(value = EmbeddedSandbox.PROVIDER_URL, matchIfMissing = true, havingValue = "sandbox")
class SandboxConfiguration {

    @Bean
    static EmbeddedSandbox embeddedSandbox() {
        return new EmbeddedSandbox();
    }
}

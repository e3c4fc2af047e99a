package io.daybook.standalone;

import io.daybook.api.MessageJson;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How messages are written into the book. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

    @Bean
    Jackson3SerializerCustomizer messageJson() {
        return new MessageJson();
    }
}

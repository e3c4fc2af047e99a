package io.daybook.cluster;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may look into an application that has no users of its own.
 *
 * @param user     for HTTP basic authentication
 * @param password has no default
 */
@ConfigurationProperties("daybook.actuator")
record ActuatorSettings(
        @DefaultValue("actuator") String user, @Nullable String password) {

    String requiredPassword() {
        return Objects.requireNonNull(
                password, "daybook.actuator.password is not set (in the environment: DAYBOOK_ACTUATOR_PASSWORD)");
    }
}

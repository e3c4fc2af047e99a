package io.daybook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentSandboxApplicationTest {

    @Test
    void options_are_read() {
        SandboxSettings settings =
                PaymentSandboxApplication.parse(new String[] {"--port", "0", "--data", "d", "--address", "0.0.0.0"});
        assertThat(settings.port()).isZero();
        assertThat(settings.books()).isEqualTo(Path.of("d", "payments.db"));
        assertThat(settings.address()).isEqualTo("0.0.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port x", "--port 70000", "--colour red"})
    void wrong_options_are_refused(String line) {
        assertThatThrownBy(() -> PaymentSandboxApplication.parse(line.split(" ")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

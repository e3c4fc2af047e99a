package io.daybook.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.mock.env.MockEnvironment;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TracingTest {

    private final MockEnvironment settings = new MockEnvironment();

    @Test
    void there_are_no_traces_unless_somebody_asks_for_them() {
        assertThat(Tracing.isOn(settings)).isFalse();
    }

    @Test
    void somewhere_to_send_them_to_asks_for_traces() {
        settings.setProperty(Tracing.ENDPOINT, "http://collector:4318/v1/traces");

        assertThat(Tracing.isOn(settings)).isTrue();
    }

    @Test
    void the_switch_has_the_last_word() {
        settings.setProperty(Tracing.ENDPOINT, "http://collector:4318/v1/traces");
        settings.setProperty(Tracing.SWITCH, "false");

        assertThat(Tracing.isOn(settings)).isFalse();
    }

    @Test
    void without_traces_nothing_of_theirs_is_set_up_and_all_the_rest_is() {
        String tracing =
                "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration";
        String rest = "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration";
        String[] candidates = {tracing, rest, null};
        TracingSwitch traces = new TracingSwitch();
        AutoConfigurationMetadata unused = null;

        traces.setEnvironment(settings);
        assertThat(traces.match(candidates, unused)).containsExactly(false, true, true);

        settings.setProperty(Tracing.SWITCH, "true");
        traces.setEnvironment(settings);
        assertThat(traces.match(candidates, unused)).containsExactly(true, true, true);
    }
}

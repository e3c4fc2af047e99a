package io.daybook.ui.fulfilments;

import io.daybook.api.fulfilment.Step;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long each step may wait: the orchestrator's settings, as far as they are shown. Where the orchestrator is told
 * otherwise, whoever serves the pages is told the same.
 */
@ConfigurationProperties("daybook.fulfilment")
record DeadlineSettings(
        @DefaultValue("60s") Duration payment,
        @DefaultValue("30s") Duration stock,
        @DefaultValue("60s") Duration capture,
        @DefaultValue("30s") Duration confirmation,
        @DefaultValue("2m") Duration compensation,
        @DefaultValue("30s") Duration dispatch) {

    Duration of(Step step) {
        return switch (step) {
            case PAYMENT -> payment;
            case STOCK -> stock;
            case CAPTURE -> capture;
            case CONFIRMATION -> confirmation;
            case COMPENSATION -> compensation;
            case DISPATCH -> dispatch;
        };
    }
}

package io.daybook.saga.fulfilment;

import io.daybook.api.fulfilment.Step;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long each step may wait for its answer, and how often this is looked at.
 *
 * @param payment       for the provider to hold the money; then the order is rejected
 * @param stock         for all lines to be reserved; then the order is rejected
 * @param capture       for the provider to take the money; then the order is rejected and the money given back
 * @param confirmation  for the order to be confirmed; then the fulfilment is stuck
 * @param compensation  for money and stock to be given back; then the fulfilment is stuck
 * @param dispatch      for the stock to be taken off the books; then the fulfilment is stuck
 * @param sweepInterval how often overdue steps are looked for
 * @param sweepLimit    overdue steps taken up in one look, for each step
 * @param attempts      how often a command is sent that its handler fails to carry out; then the fulfilment is stuck
 * @param pause         after the first of these; doubled each time
 * @param segments      into how many parts the orders are divided, each worked on by one thread
 * @param batchSize     events taken up together at most
 */
@ConfigurationProperties("daybook.fulfilment")
public record FulfilmentSettings(
        @DefaultValue("60s") Duration payment,
        @DefaultValue("30s") Duration stock,
        @DefaultValue("60s") Duration capture,
        @DefaultValue("30s") Duration confirmation,
        @DefaultValue("2m") Duration compensation,
        @DefaultValue("30s") Duration dispatch,
        @DefaultValue("1s") Duration sweepInterval,
        @DefaultValue("500") int sweepLimit,
        @DefaultValue("4") int attempts,
        @DefaultValue("100ms") Duration pause,
        @DefaultValue("1") int segments,
        @DefaultValue("128") int batchSize) {

    /** @param attempts made so far, all of which have failed */
    Duration pauseAfter(int attempts) {
        return pause.multipliedBy(1L << (attempts - 1));
    }

    Map<Step, Duration> deadlines() {
        Map<Step, Duration> deadlines = new EnumMap<>(Step.class);
        deadlines.put(Step.PAYMENT, payment);
        deadlines.put(Step.STOCK, stock);
        deadlines.put(Step.CAPTURE, capture);
        deadlines.put(Step.CONFIRMATION, confirmation);
        deadlines.put(Step.COMPENSATION, compensation);
        deadlines.put(Step.DISPATCH, dispatch);
        return deadlines;
    }
}

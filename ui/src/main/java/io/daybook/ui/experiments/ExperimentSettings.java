package io.daybook.ui.experiments;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How large experiments are, and how long they wait.
 *
 * @param every     time between two points of a run's chart, and between two signs of life of it
 * @param lost      a run without a sign of life for so long was interrupted, and is put back by whoever notices
 * @param look      time between two looks for interrupted runs
 * @param answer    longest wait for the answer to one command
 * @param accept    how long an order is sent again until somebody answers
 * @param follow    longest wait until all instances follow what was decided
 * @param grace     time after a fault was injected in which it may not have come to everybody yet
 * @param settle    longest wait until the orders of a run are settled
 * @param undo      longest wait until they are cancelled again
 * @param kept      past runs that are listed
 */
@ConfigurationProperties("daybook.experiments")
record ExperimentSettings(
        @DefaultValue("1s") Duration every,
        @DefaultValue("15s") Duration lost,
        @DefaultValue("5s") Duration look,
        @DefaultValue("10s") Duration answer,
        @DefaultValue("30s") Duration accept,
        @DefaultValue("20s") Duration follow,
        @DefaultValue("2s") Duration grace,
        @DefaultValue("60s") Duration settle,
        @DefaultValue("2m") Duration undo,
        @DefaultValue("20") int kept,
        @DefaultValue Failover failover,
        @DefaultValue LoadDistribution loadDistribution,
        @DefaultValue Priority priority,
        @DefaultValue Consistency consistency,
        @DefaultValue Oversell oversell,
        @DefaultValue PaymentOutage paymentOutage,
        @DefaultValue Crash crash) {

    /**
     * @param orders  placed in all
     * @param over    the time over which they are placed
     * @param senders who place them, each one order after the other
     */
    record Failover(
            @DefaultValue("200") int orders,
            @DefaultValue("15s") Duration over,
            @DefaultValue("8") int senders) {}

    record LoadDistribution(
            @DefaultValue("400") int orders,
            @DefaultValue("16") int senders) {}

    record Priority(
            @DefaultValue("300") int standard,
            @DefaultValue("15") int vip,
            @DefaultValue("64") int senders) {}

    /**
     * @param writes deliveries of which each is watched
     * @param bound  within which the view is to show one
     */
    record Consistency(
            @DefaultValue("10") int writes,
            @DefaultValue("2s") Duration bound) {}

    record Oversell(
            @DefaultValue("1000") int orders,
            @DefaultValue("100") int units,
            @DefaultValue("32") int senders) {}

    /**
     * @param outage how long the provider is away; well below the time after which orders are rejected for want of it
     * @param settle how soon after it all orders are to be confirmed
     */
    record PaymentOutage(
            @DefaultValue("60") int orders,
            @DefaultValue("20s") Duration outage,
            @DefaultValue("30s") Duration settle,
            @DefaultValue("8") int senders) {}

    /** @param dead how long the instance is dead, where it is this platform that starts it again */
    record Crash(
            @DefaultValue("100") int orders,
            @DefaultValue("15s") Duration over,
            @DefaultValue("8") int senders,
            @DefaultValue("8s") Duration dead) {}
}

package io.daybook.ui.placement;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Placing orders.
 *
 * @param remember         how long a product or a customer that was looked up is taken to be the same
 * @param products         products remembered at most
 * @param customers        customers remembered at most
 * @param lookUpWithin     how long views are waited for that know products and customers; without them nothing is sent
 * @param answerWithin     how long the command's answer is waited for; after that nobody knows, and sending again tells
 * @param customerPatience how long a customer that the view does not know is asked for, as registrations take a moment to
 *                         get there
 * @param askAgainAfter    time between two such questions
 * @param longestWait      how long orders should wait at most for those before them; when it is more, some are sent away
 * @param lookEvery        how often it is looked at how long they wait
 * @param letIn            orders at most of which it is remembered that they were let in
 * @param letInAgain       for how long: one that is sent again within this time is not sent away
 */
@ConfigurationProperties("daybook.placement")
record PlacementSettings(
        @DefaultValue("2s") Duration remember,
        @DefaultValue("20000") long products,
        @DefaultValue("50000") long customers,
        @DefaultValue("5s") Duration lookUpWithin,
        @DefaultValue("20s") Duration answerWithin,
        @DefaultValue("3s") Duration customerPatience,
        @DefaultValue("100ms") Duration askAgainAfter,
        @DefaultValue("8s") Duration longestWait,
        @DefaultValue("1s") Duration lookEvery,
        @DefaultValue("100000") long letIn,
        @DefaultValue("10m") Duration letInAgain) {}

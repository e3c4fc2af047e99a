package io.daybook.ui.stock;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Stock as the shop shows it.
 *
 * @param ownWithin       how long the view is waited for until it has what a visitor has done; then it is shown as it is
 * @param countWithin     how long the stock itself is waited for; then the view is shown
 * @param counting        questions to the stock itself at once, from this instance: more of them would wait where orders do
 * @param countAgainAfter how long the stock is left alone after it did not answer
 * @param threads         threads that ask the view where the stock did not answer
 */
@ConfigurationProperties("daybook.stock")
record StockSettings(
        @DefaultValue("1s") Duration ownWithin,
        @DefaultValue("1s") Duration countWithin,
        @DefaultValue("16") int counting,
        @DefaultValue("2s") Duration countAgainAfter,
        @DefaultValue("2") int threads) {}

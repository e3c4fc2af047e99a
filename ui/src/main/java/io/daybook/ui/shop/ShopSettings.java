package io.daybook.ui.shop;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The catalogue's pages.
 *
 * @param pageSize      products on a page
 * @param patience      how long a view is waited for before what it said last is shown
 * @param askAgainAfter how long nobody is asked after nobody answered
 * @param remembered    memory for what the views said last, about
 * @param refreshFirst  how long after the start the front page and those of the categories are asked for
 * @param refreshEvery  and how often from then on
 * @param liveEvery     how often stock on open pages is read again, where the view does not tell of it by itself
 */
@ConfigurationProperties("daybook.shop")
record ShopSettings(
        @DefaultValue("24") int pageSize,
        @DefaultValue("3s") Duration patience,
        @DefaultValue("2s") Duration askAgainAfter,
        @DefaultValue("16MB") DataSize remembered,
        @DefaultValue("2s") Duration refreshFirst,
        @DefaultValue("1m") Duration refreshEvery,
        @DefaultValue("500ms") Duration liveEvery) {}

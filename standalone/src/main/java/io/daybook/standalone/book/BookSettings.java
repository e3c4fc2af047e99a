package io.daybook.standalone.book;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the book is kept.
 *
 * @param url where: {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql:…}; by default the file {@code book.db} in the
 *     directory {@code daybook.data}
 * @param groupSize how many units go into one commit at most
 * @param queueSize how many units wait for the writer at most; who brings more waits as well
 * @param batchDelay how long what a batch of events has changed is seen in memory alone before it is written
 * @param ringSize how many of the newest events are kept in memory for those who follow them
 * @param fetchSize how many events are read from disk at a time
 * @param readConnections how many connections read at the same time at most
 * @param readPatience how long a reader waits for one of these connections
 * @param reconnectPatience how long the writer tries to find out whether a commit has happened whose answer was lost
 * @param healthPatience how long a row written to see whether the book can be written may take
 */
@ConfigurationProperties("daybook.book")
record BookSettings(
        @Nullable String url,
        @DefaultValue("256") int groupSize,
        @DefaultValue("4096") int queueSize,
        @DefaultValue("50ms") Duration batchDelay,
        @DefaultValue("2500") int ringSize,
        @DefaultValue("1000") int fetchSize,
        @DefaultValue("8") int readConnections,
        @DefaultValue("30s") Duration readPatience,
        @DefaultValue("30s") Duration reconnectPatience,
        @DefaultValue("2s") Duration healthPatience) {}

package io.daybook.query.rebuild;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of rebuilds.
 *
 * @param batch    events of the view that are written together
 * @param segments documents are shared out to so many threads
 * @param atOnce   rebuilds of this instance that read the log at the same time; others wait
 * @param busy     events a second by which the log grows when there is traffic that must not suffer
 * @param rest     times the duration of a batch that is rested after it while there is traffic
 * @param longest  the longest rest
 * @param look     how often it is looked whether there is something to do, and whether the log has grown
 * @param page     documents that are read together when copies are compared
 * @param few      documents that may be compared while the live view is held still
 * @param grace    how long a copy that was live is left for those who still read it
 * @param outcome  how long it may take to put on record what has been done
 * @param attempts how often in a row a batch may fail before the rebuild is given up
 */
@ConfigurationProperties("daybook.rebuild")
public record RebuildSettings(
        @DefaultValue("3000") int batch,
        @DefaultValue("2") int segments,
        @DefaultValue("1") int atOnce,
        @DefaultValue("100") long busy,
        @DefaultValue("3") double rest,
        @DefaultValue("2s") Duration longest,
        @DefaultValue("250ms") Duration look,
        @DefaultValue("1000") int page,
        @DefaultValue("1000") int few,
        @DefaultValue("10s") Duration grace,
        @DefaultValue("10s") Duration outcome,
        @DefaultValue("10") int attempts) {}

package io.daybook.ui.imports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Imports.
 *
 * @param atOnce        imports that run at the same time
 * @param waiting       imports that wait for their turn at most; more are refused
 * @param inFlight      commands of one import that are sent and not answered yet, at most
 * @param answerWithin  how long a command's answer is waited for before its row counts as failed
 * @param progressEvery time between two writes of an import's progress, which are also its sign of life
 * @param lostAfter     time without a sign of life after which a running import reads as interrupted
 * @param errorsKept    rows whose errors are kept; more are only counted
 * @param kept          how long a finished import can be looked up
 * @param sweepEvery    time between removals of those that are older
 */
@ConfigurationProperties("daybook.imports")
record ImportSettings(
        @DefaultValue("1") int atOnce,
        @DefaultValue("4") int waiting,
        @DefaultValue("64") int inFlight,
        @DefaultValue("30s") Duration answerWithin,
        @DefaultValue("500ms") Duration progressEvery,
        @DefaultValue("15s") Duration lostAfter,
        @DefaultValue("1000") int errorsKept,
        @DefaultValue("30d") Duration kept,
        @DefaultValue("1h") Duration sweepEvery) {}

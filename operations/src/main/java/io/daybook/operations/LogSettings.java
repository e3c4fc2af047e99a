package io.daybook.operations;

import io.daybook.api.InvalidValue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept of the log lines of all instances.
 *
 * @param kept    how long a line is kept; a hundredth of it more, because old ones are not looked for all the time
 * @param most    how many lines are kept, of all instances together; when there are more, the oldest tenth goes
 * @param write   time between two writes of an instance
 * @param tidy    time between two looks at how many lines there are
 * @param waiting characters of lines that may wait to be written; those below WARN have half of that
 */
@ConfigurationProperties("daybook.logs")
record LogSettings(
        @DefaultValue("7d") Duration kept,
        @DefaultValue("200000") int most,
        @DefaultValue("250ms") Duration write,
        @DefaultValue("1m") Duration tidy,
        @DefaultValue("4000000") int waiting) {

    LogSettings {
        if (kept.isNegative() || kept.isZero()) {
            throw new InvalidValue("daybook.logs.kept", "must be longer than nothing, is " + kept);
        }
        if (most < 1) {
            throw new InvalidValue("daybook.logs.most", "must be 1 or more, is " + most);
        }
    }
}

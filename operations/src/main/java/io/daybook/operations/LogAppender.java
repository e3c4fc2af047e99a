package io.daybook.operations;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Hears every log line of this process that its loggers' levels let through, from when this module has been set up until
 * it is closed. Earlier lines, and those of a process that fails to start, stand on its console only.
 *
 * <p>What the MongoDB driver and the embedded server say is left out: writing a line would make them say more.
 */
final class LogAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private static final List<String> LEFT_OUT = List.of("org.mongodb.driver", "de.bwaldvogel.mongo");

    private final LogQueue queue;
    private final AtomicLong numbers = new AtomicLong();

    LogAppender(LogQueue queue) {
        this.queue = queue;
        setName("central-log");
    }

    /** Begins to hear. */
    void attach() {
        setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        start();
        root().addAppender(this);
    }

    /** Hears no more. */
    void detach() {
        root().detachAppender(this);
        stop();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    protected void append(ILoggingEvent event) {
        String logger = event.getLoggerName();
        Level level = Level.valueOf(event.getLevel().toString());
        if (LEFT_OUT.stream().anyMatch(logger::startsWith) || !queue.hasRoomFor(level)) {
            return;
        }
        IThrowableProxy exception = event.getThrowableProxy();
        Map<String, String> fields = event.getMDCPropertyMap();
        queue.add(new LogEntry(
                numbers.incrementAndGet(),
                Instant.ofEpochMilli(event.getTimeStamp()),
                level,
                fields.get("instance"),
                logger,
                event.getThreadName(),
                String.valueOf(event.getFormattedMessage()),
                exception == null ? null : ThrowableProxyUtil.asString(exception),
                fields.get("orderId"),
                fields.get("traceId")));
    }
}

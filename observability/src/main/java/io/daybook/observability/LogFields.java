package io.daybook.observability;

import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The fields of every log line that is written while a message about an order is handled: the order, and the identifier
 * that all messages of one click share. Where there are traces, that field holds the trace's id instead, and whoever makes
 * the traces keeps it. And, of all lines, the instance: several may share a process, and so a log.
 */
final class LogFields {

    static final String ORDER = "orderId";
    static final String TRACE = "traceId";
    static final String INSTANCE = "instance";

    private final boolean setsTrace;
    private final String instance;

    /** @param setsTrace whether the trace's field is to be set here */
    LogFields(boolean setsTrace, String instance) {
        this.setsTrace = setsTrace;
        this.instance = instance;
    }

    /**
     * Marks this thread as one of the instance's own, which it is from now on: nobody else handles commands or events on it,
     * and what it says between messages, of a batch or of an attempt that failed, is the instance's word too.
     */
    void mark() {
        if (!instance.equals(MDC.get(INSTANCE))) {
            MDC.put(INSTANCE, instance);
        }
    }

    /** Lends this thread to the instance until the answer is closed: queries are answered on the asker's threads. */
    Lent lend() {
        Lent lent = new Lent(MDC.get(INSTANCE));
        MDC.put(INSTANCE, instance);
        return lent;
    }

    /** A thread that is given back. */
    record Lent(@Nullable String before) implements AutoCloseable {

        @Override
        public void close() {
            restore(INSTANCE, before);
        }
    }

    private static void restore(String field, @Nullable String before) {
        if (before == null) {
            MDC.remove(field);
        } else {
            MDC.put(field, before);
        }
    }

    /** Sets the fields until the answer is closed, on the same thread; null when the message is not about an order. */
    @Nullable Set setFor(Message<?> message) {
        String order = Subject.orderIn(message);
        return order == null ? null : new Set(order, setsTrace ? first(message) : null);
    }

    private static String first(Message<?> message) {
        return message.getMetaData().get(Origin.FIRST) instanceof String first ? first : message.getIdentifier();
    }

    /** Fields that are set, and what they held before. */
    static final class Set implements AutoCloseable {

        private final @Nullable String orderBefore;
        private final @Nullable String traceBefore;
        private final boolean traced;

        private Set(String order, @Nullable String trace) {
            orderBefore = MDC.get(ORDER);
            MDC.put(ORDER, order);
            traced = trace != null;
            traceBefore = traced ? MDC.get(TRACE) : null;
            if (traced) {
                MDC.put(TRACE, trace);
            }
        }

        @Override
        public void close() {
            restore(ORDER, orderBefore);
            if (traced) {
                restore(TRACE, traceBefore);
            }
        }
    }
}

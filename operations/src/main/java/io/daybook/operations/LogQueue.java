package io.daybook.operations;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.event.Level;

/**
 * Log lines on their way to the database. Nobody waits for room: a line that finds none is dropped and counted, and those
 * below WARN find none as soon as half of it is taken.
 */
final class LogQueue {

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<LogEntry> waiting = new ArrayDeque<>();
    private final AtomicLong dropped = new AtomicLong();
    private final int most;
    private int size;

    /** @param most characters that may wait */
    LogQueue(int most, MeterRegistry registry) {
        this.most = most;
        FunctionCounter.builder("daybook.logs.dropped", dropped, AtomicLong::get)
                .description("Log lines that came to no central log, because there was no room to keep them waiting")
                .register(registry);
    }

    /** Whether there is room; when there is none, counts a line as dropped. */
    boolean hasRoomFor(Level level) {
        lock.lock();
        try {
            boolean room = size < (level.toInt() < Level.WARN.toInt() ? most / 2 : most);
            if (!room) {
                dropped.incrementAndGet();
            }
            return room;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a line, after {@link #hasRoomFor}. Several threads at once may go beyond the limit by a line each. */
    void add(LogEntry entry) {
        lock.lock();
        try {
            waiting.addLast(entry);
            size += entry.size();
        } finally {
            lock.unlock();
        }
    }

    /** The lines that have waited longest; they go on waiting. */
    List<LogEntry> first(int lines) {
        lock.lock();
        try {
            List<LogEntry> found = new ArrayList<>(Math.min(lines, waiting.size()));
            Iterator<LogEntry> all = waiting.iterator();
            while (all.hasNext() && found.size() < lines) {
                found.add(all.next());
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    /** So many lines wait no longer. */
    void remove(int lines) {
        lock.lock();
        try {
            for (int i = 0; i < lines; i++) {
                size -= waiting.removeFirst().size();
            }
        } finally {
            lock.unlock();
        }
    }

    /** So many that had been taken are lost all the same. */
    void lose(int lines) {
        dropped.addAndGet(lines);
    }

    /** Lines dropped since the start. */
    long dropped() {
        return dropped.get();
    }
}

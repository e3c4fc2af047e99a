package io.daybook.ui.logs;

import io.daybook.operations.LogBook;
import io.daybook.operations.LogLine;
import io.daybook.operations.LogSearch;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for new lines while somebody follows them, once for all open pages, and gives each page those that it asks for.
 * Looks back a little each time: lines come from several machines, and not in the order of their times.
 */
final class LogTail implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LogTail.class);
    private static final int MOST_AT_ONCE = 1_000;

    private final LogBook book;
    private final Fragments fragments;
    private final LogsSettings settings;
    private final String base;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "log-tail");
        made.setDaemon(true);
        return made;
    });
    private final Set<Follower> followers = new LinkedHashSet<>();
    private Set<String> seen = Set.of();
    private @Nullable ScheduledFuture<?> running;
    private boolean failing;

    /** @param base what all addresses of pages begin with */
    LogTail(LogBook book, Fragments fragments, LogsSettings settings, String base) {
        this.book = book;
        this.fragments = fragments;
        this.settings = settings;
        this.base = base;
    }

    /** Somebody who sees the lines that match. */
    private final class Follower {

        private final LiveStream stream;
        private final LogSearch search;
        private final Deque<LogLine> waiting = new ArrayDeque<>();

        Follower(LiveStream stream, LogSearch search) {
            this.stream = stream;
            this.search = search;
        }

        /** @param lines newest first */
        void tell(List<LogLine> lines) {
            List<LogLine> wanted = lines.stream().filter(search::matches).toList();
            if (wanted.isEmpty()) {
                return;
            }
            synchronized (waiting) {
                for (int i = wanted.size() - 1; i >= 0; i--) {
                    waiting.addFirst(wanted.get(i));
                }
                while (waiting.size() > settings.burst()) {
                    waiting.removeLast();
                }
            }
            stream.offer("lines", this::taken);
        }

        /** All that waits, when the stream has come to writing it. */
        private String taken() {
            List<LogLine> lines;
            synchronized (waiting) {
                lines = new ArrayList<>(waiting);
                waiting.clear();
            }
            return fragments.render("staff/logs", "rows", Map.of("rows", LogRow.of(lines), "base", base));
        }
    }

    /**
     * Sends the stream all lines that match from now on, and those that came after the newest one that its page has.
     *
     * @param after the name of that line; null when it has none
     */
    void follow(LiveStream stream, LogSearch search, @Nullable String after) {
        Follower follower = new Follower(stream, search);
        synchronized (this) {
            if (running == null) {
                seen = names(recent());
            }
            followers.add(follower);
        }
        follower.tell(book.newest(search, null, settings.burst()).stream()
                .filter(line -> after == null || line.id().compareTo(after) > 0)
                .toList());
        synchronized (this) {
            if (running == null) {
                long pause = settings.refresh().toMillis();
                running = thread.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
            }
        }
        stream.onClose(() -> leave(follower));
    }

    private synchronized void leave(Follower follower) {
        followers.remove(follower);
        if (followers.isEmpty() && running != null) {
            running.cancel(false);
            running = null;
        }
    }

    /** Whether anything is looked for at present. */
    synchronized boolean isRunning() {
        return running != null;
    }

    private void look() {
        try {
            List<LogLine> recent = recent();
            List<Follower> all;
            List<LogLine> fresh;
            synchronized (this) {
                fresh = recent.stream()
                        .filter(line -> !seen.contains(line.id()))
                        .toList();
                seen = names(recent);
                all = List.copyOf(followers);
            }
            all.forEach(follower -> follower.tell(fresh));
            failing = false;
        } catch (RuntimeException away) {
            // Said once: a line every second would be news on the very pages that are waiting for some.
            if (!failing) {
                log.warn("New log lines cannot be looked for; tries again until they can: {}", away.toString());
            }
            failing = true;
        }
    }

    private List<LogLine> recent() {
        return book.recent(settings.late(), MOST_AT_ONCE);
    }

    private static Set<String> names(List<LogLine> lines) {
        Set<String> names = new HashSet<>();
        lines.forEach(line -> names.add(line.id()));
        return names;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

package io.daybook.ui.services;

import com.mongodb.MongoException;
import io.daybook.operations.InstanceDirectory;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStream;
import io.daybook.ui.pages.LiveStreams;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The instances as they are now, on all pages that are open: looked up once for all of them, and not at all for none. */
final class ServiceBoard implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ServiceBoard.class);

    private final InstanceDirectory directory;
    private final Fragments fragments;
    private final LiveStreams streams;
    private final Clock clock;
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread;

    ServiceBoard(
            InstanceDirectory directory,
            Fragments fragments,
            LiveStreams streams,
            ServicesSettings settings,
            Clock clock) {
        this.directory = directory;
        this.fragments = fragments;
        this.streams = streams;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "service-board");
            made.setDaemon(true);
            return made;
        });
        var unused =
                thread.scheduleWithFixedDelay(this::show, 0, settings.refresh().toMillis(), TimeUnit.MILLISECONDS);
    }

    List<ServiceGroup> services() {
        return ServiceGroup.of(directory.instances(), clock.instant());
    }

    LiveStream open() {
        LiveStream stream = streams.open();
        open.add(stream);
        stream.onClose(() -> open.remove(stream));
        return stream;
    }

    private void show() {
        if (open.isEmpty()) {
            return;
        }
        try {
            String rows = fragments.render("services/services", "board", Map.of("services", services()));
            open.forEach(stream -> stream.offer("services", () -> rows));
        } catch (MongoException away) {
            log.warn("The instances cannot be shown: {}", away.toString());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

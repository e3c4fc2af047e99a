package io.daybook.observability;

import com.mongodb.event.CommandEvent;
import com.mongodb.event.CommandStartedEvent;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.mongodb.DefaultMongoCommandTagsProvider;
import io.micrometer.core.instrument.binder.mongodb.MongoCommandTagsProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The usual tags but those that may differ from start to start, and would begin new series: cluster and address. */
final class DatabaseTags implements MongoCommandTagsProvider {

    private static final Set<String> PASSING = Set.of("cluster.id", "server.address");

    private final DefaultMongoCommandTagsProvider usual = new DefaultMongoCommandTagsProvider();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        usual.commandStarted(event);
    }

    @Override
    public Iterable<Tag> commandTags(CommandEvent event) {
        List<Tag> tags = new ArrayList<>(5);
        for (Tag tag : usual.commandTags(event)) {
            if (!PASSING.contains(tag.getKey())) {
                tags.add(tag);
            }
        }
        return tags;
    }
}

package io.daybook.observability;

import com.mongodb.event.CommandEvent;
import com.mongodb.event.CommandStartedEvent;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.mongodb.DefaultMongoCommandTagsProvider;
import io.micrometer.core.instrument.binder.mongodb.MongoCommandTagsProvider;
import java.util.ArrayList;
import java.util.List;

/** The usual tags but the cluster's identifier: the driver makes up a new one at each start, and with it new series. */
final class DatabaseTags implements MongoCommandTagsProvider {

    private static final String CLUSTER = "cluster.id";

    private final DefaultMongoCommandTagsProvider usual = new DefaultMongoCommandTagsProvider();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        usual.commandStarted(event);
    }

    @Override
    public Iterable<Tag> commandTags(CommandEvent event) {
        List<Tag> tags = new ArrayList<>(5);
        for (Tag tag : usual.commandTags(event)) {
            if (!tag.getKey().equals(CLUSTER)) {
                tags.add(tag);
            }
        }
        return tags;
    }
}

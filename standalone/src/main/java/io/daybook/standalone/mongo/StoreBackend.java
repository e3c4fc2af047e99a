package io.daybook.standalone.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/** Carries out commands on a store. What a command writes is kept as a whole or not at all: see {@link Commits}. */
final class StoreBackend extends AbstractMongoBackend {

    private static final Set<String> READING = Set.of(
            "find",
            "getmore",
            "count",
            "distinct",
            "killcursors",
            "listcollections",
            "listindexes",
            "hello",
            "ismaster",
            "ping",
            "buildinfo",
            "endsessions",
            "serverstatus",
            "whatsmyuri",
            "getlog",
            "listdatabases");

    private final MVStore store;
    private final Commits commits;

    StoreBackend(MVStore store, Commits commits) {
        this.store = store;
        this.commits = commits;
        store.getMapNames().stream()
                .filter(name -> name.startsWith(StoreDatabase.DOCUMENTS))
                .map(name -> name.substring(StoreDatabase.DOCUMENTS.length(), name.indexOf('.')))
                .distinct()
                .forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoreDatabase(name, store, getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (onlyReads(command, query)) {
            return super.handleCommand(channel, database, command, query);
        }
        return commits.during(() -> super.handleCommand(channel, database, command, query));
    }

    private static boolean onlyReads(String command, Document query) {
        if (command.equals("aggregate")) {
            return query.get("pipeline") instanceof List<?> stages
                    && stages.stream()
                            .noneMatch(stage -> stage instanceof Document document
                                    && (document.containsKey("$out") || document.containsKey("$merge")));
        }
        return READING.contains(command.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        super.close();
        commits.close();
        store.close();
    }
}

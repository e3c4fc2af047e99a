package io.daybook.query.projection;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The database of the views and of their tokens. A type of its own, so that the views' client is never taken for another
 * database's.
 */
public final class ViewDatabase implements AutoCloseable {

    private final MongoClient client;
    private final MongoDatabase database;

    ViewDatabase(MongoClient client, MongoDatabase database) {
        this.client = client;
        this.database = database;
    }

    /**
     * Opens it; the connection string must name a database, and the listeners are told of each command.
     *
     * @param within how long it is waited for until it is found, unless the connection string says so
     */
    public static ViewDatabase open(String uri, Duration within, CommandListener... listeners) {
        ConnectionString connection = new ConnectionString(uri);
        String name = Objects.requireNonNull(connection.getDatabase(), "daybook.views.uri must name a database");
        MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(within.toMillis(), TimeUnit.MILLISECONDS))
                .applyConnectionString(connection)
                .applicationName("daybook-views")
                .commandListenerList(List.of(listeners))
                .build());
        return new ViewDatabase(client, client.getDatabase(name));
    }

    public MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    /**
     * How many documents there are like that. By MongoDB's count command: what the driver does, an aggregation, has the
     * embedded server read the whole collection, whatever index there is. On a sharded cluster, documents that are on their
     * way between shards may be counted twice.
     */
    public long count(MongoCollection<Document> collection, Bson filter) {
        Document count = new Document("count", collection.getNamespace().getCollectionName())
                .append("query", filter.toBsonDocument(Document.class, database.getCodecRegistry()));
        return Objects.requireNonNull(database.runCommand(count).get("n", Number.class), "an answer without a number")
                .longValue();
    }

    MongoDatabase database() {
        return database;
    }

    @Override
    public void close() {
        client.close();
    }
}

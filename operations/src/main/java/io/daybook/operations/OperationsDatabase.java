package io.daybook.operations;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** The database that all instances report to. Nothing in it is needed to go on. */
public final class OperationsDatabase implements AutoCloseable {

    private static final int SECONDS_TO_CONNECT = 2;

    private final MongoClient client;
    private final MongoDatabase database;

    private OperationsDatabase(MongoClient client, MongoDatabase database) {
        this.client = client;
        this.database = database;
    }

    /** @param uri a connection string that names a database; the time to wait for a server is 2 s unless it says another */
    static OperationsDatabase open(String uri) {
        ConnectionString address = new ConnectionString(uri);
        String name = address.getDatabase();
        if (name == null) {
            throw new IllegalArgumentException("daybook.operations.uri must name a database, and is " + address);
        }
        MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SECONDS_TO_CONNECT, TimeUnit.SECONDS))
                .applyConnectionString(address)
                .build());
        return new OperationsDatabase(client, client.getDatabase(name));
    }

    MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    @Override
    public void close() {
        client.close();
    }
}

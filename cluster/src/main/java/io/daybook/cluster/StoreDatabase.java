package io.daybook.cluster;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import org.bson.Document;

/** The database of sagas and tokens. A write is acknowledged when most members have it in their journals. */
final class StoreDatabase implements AutoCloseable {

    private final MongoClient client;
    private final MongoDatabase database;

    private StoreDatabase(MongoClient client, MongoDatabase database) {
        this.client = client;
        this.database = database;
    }

    static StoreDatabase open(String uri) {
        ConnectionString connection = new ConnectionString(uri);
        String name = Objects.requireNonNull(connection.getDatabase(), "daybook.stores.uri must name a database");
        MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(connection)
                .applicationName("daybook-stores")
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
        return new StoreDatabase(client, client.getDatabase(name));
    }

    MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    MongoDatabase database() {
        return database;
    }

    @Override
    public void close() {
        client.close();
    }
}

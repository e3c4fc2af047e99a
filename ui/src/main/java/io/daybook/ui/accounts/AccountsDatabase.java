package io.daybook.ui.accounts;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.connection.ServerDescription;
import org.bson.Document;

/**
 * The database of what people entrust to the platform and no replay could bring back: accounts, sessions, carts, bearer
 * tokens, import jobs, pictures. A type of its own, so that nobody mixes it up with the disposable views' database.
 */
public final class AccountsDatabase implements AutoCloseable {

    private final MongoClient client;
    private final MongoDatabase database;

    AccountsDatabase(MongoClient client, String name) {
        this.client = client;
        this.database = client.getDatabase(name);
    }

    public MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    /** Files that are too long for a document, under a name of their own. */
    public GridFSBucket files(String name) {
        return GridFSBuckets.create(database, name);
    }

    /** Whether it answered when it was last asked; nothing is waited for. */
    public boolean isThere() {
        return client.getClusterDescription().getServerDescriptions().stream().anyMatch(ServerDescription::isOk);
    }

    MongoClient client() {
        return client;
    }

    String name() {
        return database.getName();
    }

    @Override
    public void close() {
        client.close();
    }
}

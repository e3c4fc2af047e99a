package io.daybook.standalone.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.UUID;
import org.bson.Document;

/** Registers accounts until it is killed; says the id of each, and again once it is activated, when that was acknowledged. */
final class DurableWriter {

    private DurableWriter() {}

    public static void main(String[] arguments) {
        EmbeddedMongo server = EmbeddedMongo.durable(Path.of(arguments[0]), 8);
        MongoClient client = MongoClients.create(server.uri("accounts"));
        MongoCollection<Document> accounts = client.getDatabase("accounts").getCollection("accounts");
        accounts.createIndex(new Document("email", 1), new IndexOptions().unique(true));
        for (int i = 0; i < 4; i++) {
            new Thread(() -> register(accounts)).start();
        }
    }

    private static void register(MongoCollection<Document> accounts) {
        while (true) {
            String id = UUID.randomUUID().toString();
            accounts.insertOne(
                    new Document("_id", id).append("email", id + "@example").append("active", false));
            System.out.println("registered " + id);
            accounts.updateOne(Filters.eq("_id", id), Updates.set("active", true));
            System.out.println("activated  " + id);
        }
    }
}

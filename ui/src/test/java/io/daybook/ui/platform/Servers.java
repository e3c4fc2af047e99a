package io.daybook.ui.platform;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.util.UUID;

/** The accounts database of all tests: one server in this process, and a database for each platform. */
public final class Servers {

    private static final MongoServer MONGO = new MongoServer(new MemoryBackend());
    private static final InetSocketAddress ADDRESS = MONGO.bind();

    private Servers() {}

    public static String newAccountsUri() {
        return "mongodb://%s:%d/accounts-%s"
                .formatted(ADDRESS.getAddress().getHostAddress(), ADDRESS.getPort(), UUID.randomUUID());
    }
}

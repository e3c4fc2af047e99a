package io.daybook.bench.crash;

import io.daybook.bench.http.Session;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Spreads clients over the UIs, and sends one that got no answer to the next, as a proxy before them would. */
final class Doors implements Entrance {

    private final List<Session> sessions;
    private final AtomicIntegerArray doorOfClient;

    Doors(List<Session> sessions, int clients) {
        this.sessions = sessions;
        this.doorOfClient = new AtomicIntegerArray(clients);
        for (int client = 0; client < clients; client++) {
            doorOfClient.set(client, client);
        }
    }

    @Override
    public Session await(int client) {
        return sessions.get(doorOfClient.get(client) % sessions.size());
    }

    @Override
    public void unanswered(int client) {
        doorOfClient.incrementAndGet(client);
    }
}

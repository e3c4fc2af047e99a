package io.daybook.standalone.mongo;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the embedded servers can read and write: one whose disk was full cannot, until the next start. */
final class EmbeddedMongoHealth implements HealthIndicator {

    private final EmbeddedMongoServers servers;

    EmbeddedMongoHealth(EmbeddedMongoServers servers) {
        this.servers = servers;
    }

    @Override
    public Health health() {
        var closed = servers.closed();
        return closed.isEmpty()
                ? Health.up().build()
                : Health.down()
                        .withDetail("closedByAFailedWrite", closed.toString())
                        .withDetail("whatToDo", "see that there is room on the disk, and start Daybook again")
                        .build();
    }
}

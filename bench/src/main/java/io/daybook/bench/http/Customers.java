package io.daybook.bench.http;

import java.io.IOException;

/** Customers of the bench's own. */
public final class Customers {

    private Customers() {}

    /**
     * Makes a customer whose orders are treated by this tier, whatever they spend.
     *
     * @throws IOException when the platform refuses
     */
    public static void register(DaybookClient client, String id, String tier) throws IOException {
        Reply reply = client.putCustomer(id, "Bench customer " + id);
        if (reply.ok()) {
            reply = client.changeTier(id, tier, "bench");
        }
        if (!reply.ok()) {
            throw new IOException("Customer %s was refused: %s".formatted(id, reply.summary()));
        }
    }
}

package io.daybook.ui.experiments;

import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.OrderId;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the things of a run are called. All of it follows from the run's id, so that it can be found again. They have a
 * warehouse of their own: what lies there is neither sold in the shop nor listed in the inventory.
 */
record Numbering(String run) {

    static final WarehouseId WAREHOUSE = new WarehouseId("EXPERIMENT");

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Numbering next() {
        return new Numbering(RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                .collect(Collectors.joining()));
    }

    /** @param number from 1 */
    OrderId order(int number) {
        return new OrderId("exp-%s-%d".formatted(run, number));
    }

    Sku sku(int number) {
        return new Sku("EXP-%s-%d".formatted(run.toUpperCase(Locale.ROOT), number));
    }

    CustomerId customer(String who) {
        return new CustomerId("experiment-%s-%s".formatted(run, who));
    }
}

package io.daybook.bench.crash;

import io.daybook.api.inventory.StockEvent;
import io.daybook.api.inventory.StockLevel;

/** One product's stock in one warehouse, added up from its movements. */
final class ProductStory {

    private int onHand;
    private int reserved;
    private String firstWrong = "";
    private String firstNegative = "";

    void on(StockEvent event, long position) {
        if (event instanceof StockEvent.StockReceived received) {
            onHand += received.quantity();
        } else if (event instanceof StockEvent.StockAdjusted adjusted) {
            onHand += adjusted.quantity();
        } else if (event instanceof StockEvent.UnitsReserved units) {
            reserved += units.quantity();
        } else if (event instanceof StockEvent.UnitsReleased units) {
            reserved -= units.quantity();
        } else if (event instanceof StockEvent.UnitsDispatched units) {
            onHand -= units.quantity();
            reserved -= units.quantity();
        }
        StockLevel sum = new StockLevel(onHand, reserved);
        if (firstWrong.isEmpty() && !sum.equals(event.level())) {
            firstWrong = "event %d says %s, its movements add up to %s".formatted(position, event.level(), sum);
        }
        if (firstNegative.isEmpty() && (onHand < 0 || reserved < 0 || sum.available() < 0)) {
            firstNegative = "after event %d: %s".formatted(position, sum);
        }
    }

    int reserved() {
        return reserved;
    }

    /** Where an event's level first was not the sum of the movements; empty for nowhere. */
    String firstWrong() {
        return firstWrong;
    }

    /** Where more was promised or taken than there was; empty for nowhere. */
    String firstNegative() {
        return firstNegative;
    }
}

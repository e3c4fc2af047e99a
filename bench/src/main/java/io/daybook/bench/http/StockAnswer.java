package io.daybook.bench.http;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A product's stock, and some of its movements, newest first. */
public record StockAnswer(int onHand, int reserved, List<Movement> movements) {

    public record Movement(long sequence, String kind, int quantity, int onHand, int reserved) {}

    public int available() {
        return onHand - reserved;
    }

    static StockAnswer of(JsonNode json) {
        List<Movement> movements = new ArrayList<>();
        for (JsonNode movement : json.path("movements")) {
            JsonNode level = movement.path("level");
            movements.add(new Movement(
                    movement.path("sequence").asLong(),
                    movement.path("kind").asString(),
                    movement.path("quantity").asInt(),
                    level.path("onHand").asInt(),
                    level.path("reserved").asInt()));
        }
        JsonNode level = json.path("stock");
        return new StockAnswer(
                level.path("onHand").asInt(), level.path("reserved").asInt(), movements);
    }
}

package io.daybook.ui.imports;

import io.daybook.api.CommandRefused;
import io.daybook.api.InvalidValue;
import io.daybook.api.Refusal;
import io.daybook.api.catalog.CatalogCommand.ListProduct;
import io.daybook.api.catalog.CatalogCommand.RepriceProduct;
import io.daybook.api.catalog.CatalogCommand.ReviseProduct;
import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.InventoryCommand.ReceiveStock;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.ui.http.MoneyText;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Takes one row after the other: checks it and sends its commands. One of these serves one import. */
sealed interface RowImport {

    /** Starts to take the row; throws {@link InvalidValue} naming the column when it makes no sense. */
    CompletableFuture<?> take(Row row);

    /** Products: new ones are listed; ones that are there are revised and repriced, where that changes anything. */
    final class Products implements RowImport {

        private final CommandGateway commands;
        private final Map<Sku, Integer> lines = new HashMap<>();

        Products(CommandGateway commands) {
            this.commands = commands;
        }

        @Override
        public CompletableFuture<?> take(Row row) {
            Sku sku = new Sku(row.text("sku"));
            ListProduct product = new ListProduct(
                    sku,
                    row.text("name"),
                    row.text("description"),
                    row.text("category"),
                    price(row.text("price")),
                    row.text("picture"));
            // Rows are under way at the same time: two of one product would leave it to chance which one stays.
            Integer before = lines.putIfAbsent(sku, row.line());
            if (before != null) {
                throw new InvalidValue("sku", "is in line %d already".formatted(before));
            }
            return commands.<@Nullable Object>send(product).exceptionallyCompose(failure -> {
                boolean there = CommandRefused.in(failure)
                        .filter(refusal -> refusal.code() == Refusal.Code.CONFLICT)
                        .isPresent();
                return there ? change(product) : CompletableFuture.failedFuture(failure);
            });
        }

        private CompletableFuture<@Nullable Object> change(ListProduct product) {
            return commands.<@Nullable Object>send(new ReviseProduct(
                            product.sku(),
                            product.name(),
                            product.description(),
                            product.category(),
                            product.picture()))
                    .thenCompose(revised -> commands.send(new RepriceProduct(product.sku(), product.price())));
        }

        private static Money price(String text) {
            String[] parts = text.split(" ", 2);
            return (parts.length == 2
                            ? MoneyText.read(parts[0], parts[1].toUpperCase(Locale.ROOT))
                            : MoneyText.read(text))
                    .orElseThrow(() -> new InvalidValue("price", "must be an amount such as 2.55"));
        }
    }

    /** Deliveries: each row is one movement, which is booked once however often its file is sent. */
    final class Stock implements RowImport {

        private final CommandGateway commands;
        private final @Nullable String movementPrefix;
        private final String by;

        /**
         * @param movementPrefix what the ids of rows without one begin with, the same whenever this file is sent; null
         *                       when each row must have its own
         */
        Stock(CommandGateway commands, @Nullable String movementPrefix, String by) {
            this.commands = commands;
            this.movementPrefix = movementPrefix;
            this.by = by;
        }

        @Override
        public CompletableFuture<?> take(Row row) {
            String warehouse = row.text("warehouse");
            return commands.<@Nullable Object>send(new ReceiveStock(
                    warehouse.isEmpty() ? WarehouseId.MAIN : new WarehouseId(warehouse),
                    new Sku(row.text("sku")),
                    movement(row),
                    row.wholeNumber("quantity"),
                    row.text("reason"),
                    by));
        }

        private MovementId movement(Row row) {
            String given = row.text("movementId");
            if (given.isEmpty() && movementPrefix == null) {
                throw new InvalidValue("movementId", "must be given, or the import needs an Idempotency-Key");
            }
            return new MovementId(given.isEmpty() ? movementPrefix + "/" + row.line() : given);
        }
    }
}

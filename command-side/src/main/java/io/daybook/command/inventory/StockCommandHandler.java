package io.daybook.command.inventory;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.InventoryCommand.AdjustStock;
import io.daybook.api.inventory.InventoryCommand.CountStock;
import io.daybook.api.inventory.InventoryCommand.DispatchStock;
import io.daybook.api.inventory.InventoryCommand.ReceiveStock;
import io.daybook.api.inventory.InventoryCommand.ReleaseStock;
import io.daybook.api.inventory.InventoryCommand.ReserveStock;
import io.daybook.api.inventory.LineQuantity;
import io.daybook.api.inventory.ReservationId;
import io.daybook.api.inventory.Shortage;
import io.daybook.api.inventory.StockCount;
import io.daybook.api.inventory.StockId;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.StockView;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.OrderId;
import io.daybook.command.aggregate.Aggregates;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;

/**
 * Takes commands to the stocks they move. Each is one unit of work over the reservation and all its products, locked in
 * that order and the products in the order of their SKUs, so that no two commands ever wait for each other.
 */
final class StockCommandHandler {

    private final Aggregates<Reservation> reservations;
    private final Aggregates<Stock> stocks;

    StockCommandHandler(Aggregates<Reservation> reservations, Aggregates<Stock> stocks) {
        this.reservations = reservations;
        this.stocks = stocks;
    }

    @CommandHandler
    void handle(ReceiveStock command) throws Exception {
        stocks.findOrOpen(
                        StockId.of(command.warehouse(), command.sku()),
                        () -> new Stock(command.warehouse(), command.sku()))
                .execute(stock -> stock.handle(command));
    }

    @CommandHandler
    void handle(AdjustStock command) throws Exception {
        stocks.findOrOpen(
                        StockId.of(command.warehouse(), command.sku()),
                        () -> new Stock(command.warehouse(), command.sku()))
                .execute(stock -> stock.handle(command));
    }

    @CommandHandler
    void handle(ReserveStock command) throws Exception {
        Aggregate<Reservation> reservation = reservations.openOrFind(
                ReservationId.of(command.orderId()), () -> new Reservation(command.orderId(), command.warehouse()));
        if (!reservation.invoke(Reservation::isUndecided)) {
            return;
        }
        List<Claim> claims = bySku(command.lines()).stream()
                .map(line -> new Claim(line, stocks.find(StockId.of(command.warehouse(), line.sku()))))
                .toList();
        List<Shortage> shortages =
                claims.stream().flatMap(claim -> claim.shortage().stream()).toList();
        if (shortages.isEmpty()) {
            claims.forEach(claim -> claim.grant(command.orderId()));
            reservation.execute(granted -> granted.grant(command.lines()));
        } else {
            reservation.execute(refused -> refused.refuse(shortages));
        }
    }

    @CommandHandler
    void handle(ReleaseStock command) throws Exception {
        Aggregate<Reservation> reservation = reservations.findOrOpen(
                ReservationId.of(command.orderId()), () -> new Reservation(command.orderId(), command.warehouse()));
        move(reservation, command.warehouse(), (stock, quantity) -> stock.release(command.orderId(), quantity));
        reservation.execute(Reservation::release);
    }

    @CommandHandler
    void handle(DispatchStock command) {
        Aggregate<Reservation> reservation = reservations
                .find(ReservationId.of(command.orderId()))
                .orElseThrow(() -> new CommandRefused(
                        Refusal.Code.NOT_FOUND, "Nothing is reserved for order %s".formatted(command.orderId())));
        move(reservation, command.warehouse(), (stock, quantity) -> stock.dispatch(command.orderId(), quantity));
        reservation.execute(Reservation::dispatch);
    }

    /** Nothing is opened here, and nothing applied: what is only counted leaves no trace. */
    @CommandHandler
    StockCount handle(CountStock command) {
        return new StockCount(command.skus().stream()
                .distinct()
                .sorted()
                .map(sku -> new StockView(command.warehouse(), sku, level(command.warehouse(), sku)))
                .toList());
    }

    private StockLevel level(WarehouseId warehouse, Sku sku) {
        return stocks.find(StockId.of(warehouse, sku))
                .map(stock -> stock.invoke(Stock::level))
                .orElse(StockLevel.NONE);
    }

    /** Does something to the stock of each product that is promised to the order. */
    private void move(Aggregate<Reservation> reservation, WarehouseId warehouse, ObjIntConsumer<Stock> movement) {
        for (LineQuantity line : bySku(reservation.invoke(Reservation::promised))) {
            stocks.find(StockId.of(warehouse, line.sku()))
                    .orElseThrow()
                    .execute(stock -> movement.accept(stock, line.quantity()));
        }
    }

    /** The lines in the order in which stocks are locked, each product once. */
    private static List<LineQuantity> bySku(List<LineQuantity> lines) {
        return lines.stream()
                .collect(Collectors.toMap(
                        LineQuantity::sku, LineQuantity::quantity, Math::addExact, TreeMap<Sku, Integer>::new))
                .entrySet()
                .stream()
                .map(line -> new LineQuantity(line.getKey(), line.getValue()))
                .toList();
    }

    /** A line that is asked for, and the stock that it is to come from; no stock if there never was any. */
    private record Claim(LineQuantity line, Optional<Aggregate<Stock>> stock) {

        Optional<Shortage> shortage() {
            int available = stock.map(some -> some.invoke(Stock::available)).orElse(0);
            return available >= line.quantity()
                    ? Optional.empty()
                    : Optional.of(new Shortage(line.sku(), line.quantity(), available));
        }

        void grant(OrderId orderId) {
            stock.orElseThrow().execute(some -> some.reserve(orderId, line.quantity()));
        }
    }
}

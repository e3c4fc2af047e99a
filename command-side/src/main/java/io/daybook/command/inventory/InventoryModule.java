package io.daybook.command.inventory;

import io.daybook.command.aggregate.AggregateKind;
import io.daybook.command.aggregate.AggregateSettings;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;

/** Registers stocks and reservations with Axon. */
final class InventoryModule implements ConfigurerModule {

    private final AggregateKind<Stock> stocks;
    private final AggregateKind<Reservation> reservations;
    private final InventorySettings settings;

    InventoryModule(AggregateSettings aggregates, InventorySettings settings) {
        this.stocks = AggregateKind.of(Stock.class, aggregates);
        this.reservations = AggregateKind.of(Reservation.class, aggregates);
        this.settings = settings;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .configureAggregate(reservations.configurer())
                .configureAggregate(stocks.configurer()
                        .configureSnapshotTrigger(
                                configuration -> stocks.snapshotEvery(settings.snapshotEvery(), configuration)))
                .registerCommandHandler(configuration ->
                        new StockCommandHandler(reservations.in(configuration), stocks.in(configuration)));
    }
}

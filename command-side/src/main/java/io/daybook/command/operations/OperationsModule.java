package io.daybook.command.operations;

import io.daybook.command.aggregate.AggregateKind;
import io.daybook.command.aggregate.AggregateSettings;
import java.time.Clock;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;

/** Registers the operators' decisions with Axon. */
final class OperationsModule implements ConfigurerModule {

    private final AggregateKind<ControlPanel> panels;

    OperationsModule(AggregateSettings settings) {
        panels = AggregateKind.of(ControlPanel.class, settings);
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .configureAggregate(panels.configurer())
                .registerCommandHandler(
                        configuration -> new OperationsCommandHandler(panels.in(configuration), Clock.systemUTC()));
    }
}

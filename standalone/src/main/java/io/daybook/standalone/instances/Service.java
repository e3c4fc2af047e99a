package io.daybook.standalone.instances;

import io.daybook.command.CommandSideConfiguration;
import io.daybook.query.QuerySideConfiguration;
import io.daybook.saga.SagaOrchestratorConfiguration;
import java.util.Locale;
import java.util.Map;

/** What there are instances of, in the order in which they are started. */
enum Service {
    VIEWS(QuerySideConfiguration.class) {
        @Override
        Map<String, Object> settings(String instance) {
            return Map.of("daybook.views.instance", instance);
        }
    },
    CATALOG(CommandSideConfiguration.class),
    CUSTOMER(CommandSideConfiguration.class),
    INVENTORY(CommandSideConfiguration.class),
    ORDER(CommandSideConfiguration.class),
    OPERATIONS(CommandSideConfiguration.class),
    PAYMENT(CommandSideConfiguration.class),
    ORCHESTRATOR(SagaOrchestratorConfiguration.class);

    private final Class<?> module;

    Service(Class<?> module) {
        this.module = module;
    }

    /** The configuration of the module that it is. */
    Class<?> module() {
        return module;
    }

    /** Its name in settings and of its instances; of a service of the command side also that of its feature. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an operator can take it out. Without this one he could never bring anything back. */
    boolean canBeSteered() {
        return this != OPERATIONS;
    }

    /**
     * Whether its threads for standard orders can leave the processors to VIP ones. One that holds a product's lock cannot: a VIP
     * order that needs the product waits until it has let go.
     */
    boolean canGiveWay() {
        return this != INVENTORY;
    }

    /** What an instance of this name is told beside the settings of all. */
    Map<String, Object> settings(String instance) {
        return module == CommandSideConfiguration.class ? Map.of("daybook.command.features", label()) : Map.of();
    }
}

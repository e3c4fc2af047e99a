package io.daybook.standalone.mongo;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.OperationsCommand.RecordSwap;
import io.daybook.api.operations.OperationsEvent;
import io.daybook.api.operations.OperationsEvent.ViewSwapped;
import io.daybook.api.operations.Steered;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;

/** What operators have decided, where there are no operators: takes the one command that a rebuild sends. */
final class Decided {

    private final List<RecordSwap> swaps = new CopyOnWriteArrayList<>();
    private final List<Steered> steered = new CopyOnWriteArrayList<>();
    private final CommandBus commands = SimpleCommandBus.builder().build();
    private Controls controls = Controls.USUAL;

    Decided() {
        commands.subscribe(RecordSwap.class.getName(), message -> {
            RecordSwap swap = (RecordSwap) message.getPayload();
            swaps.add(swap);
            decide(new ViewSwapped(
                    swap.rebuild(),
                    swap.view(),
                    swap.copy(),
                    swap.position(),
                    swap.documents(),
                    swap.differences(),
                    swap.reason(),
                    swap.by()));
            return null;
        });
    }

    CommandGateway gateway() {
        return DefaultCommandGateway.builder().commandBus(commands).build();
    }

    synchronized void follow(Collection<Steered> parts) {
        steered.addAll(parts);
        steered.forEach(part -> part.steer(controls));
    }

    synchronized void decide(OperationsEvent event) {
        controls = controls.after(event);
        steered.forEach(part -> part.steer(controls));
    }

    List<RecordSwap> swaps() {
        return swaps;
    }
}

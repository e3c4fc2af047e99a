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
import org.jspecify.annotations.Nullable;

/** What operators have decided, where there are no operators: takes the one command that a rebuild sends. */
final class Decided {

    private final List<RecordSwap> swaps = new CopyOnWriteArrayList<>();
    private final List<Steered> steered = new CopyOnWriteArrayList<>();
    private final CommandBus commands = SimpleCommandBus.builder().build();
    private @Nullable Controls controls;

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

    /** These hear of it at once when something has been decided already, else as soon as it is. */
    synchronized void follow(Collection<Steered> parts) {
        steered.addAll(parts);
        tell();
    }

    synchronized void decide(OperationsEvent event) {
        controls = (controls == null ? Controls.USUAL : controls).after(event);
        tell();
    }

    private void tell() {
        Controls now = controls;
        if (now != null) {
            steered.forEach(part -> part.steer(now));
        }
    }

    List<RecordSwap> swaps() {
        return swaps;
    }
}

package io.daybook.operations;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.Fault;
import io.daybook.api.operations.Fault.Errors;
import io.daybook.api.operations.Fault.Latency;
import io.daybook.api.operations.InjectedFault;
import io.daybook.api.operations.OperationsCommand;
import io.daybook.api.operations.Steered;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;

/** The faults that operators have injected into the handling of messages; nothing to speak of while there are none. */
public final class MessageFaults implements Steered {

    private volatile List<Fault> active = List.of();

    @Override
    public void steer(Controls controls) {
        active = controls.faults().stream()
                .map(InjectedFault::fault)
                .filter(fault -> fault instanceof Latency || fault instanceof Errors)
                .toList();
    }

    /**
     * Has a message that is about to be handled meet what is injected for it. Operators' own commands meet nothing: by them
     * faults are ended.
     *
     * @throws InjectedError if it is to fail
     */
    void meet(String service, Message<?> message) throws InterruptedException {
        for (Fault fault : active) {
            if (OperationsCommand.class.isAssignableFrom(message.getPayloadType())) {
                return;
            }
            String name = message.getPayloadType().getSimpleName();
            if (fault instanceof Latency latency && concerns(latency.service(), latency.message(), service, name)) {
                Thread.sleep(latency.delay().toMillis());
            } else if (fault instanceof Errors errors
                    && concerns(errors.service(), errors.message(), service, name)
                    && ThreadLocalRandom.current().nextInt(100) < errors.percent()) {
                throw new InjectedError("%s fails at %s by an injected fault".formatted(name, service));
            }
        }
    }

    private static boolean concerns(String faultyService, @Nullable String faultyMessage, String service, String name) {
        return faultyService.equals(service) && (faultyMessage == null || faultyMessage.equals(name));
    }
}

package io.daybook.saga.tiers;

import io.daybook.api.CommandRefused;
import io.daybook.api.customer.CustomerCommand.ApplyTierPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the policy decides, one after the other, and waits for each before the batch of events commits: a batch that is
 * tried again decides the same, and what a customer is told twice happens once. A customer whom nobody has registered has no
 * tier; the others do not wait for him.
 */
final class PolicyCommands {

    private static final Logger log = LoggerFactory.getLogger(PolicyCommands.class);

    private final CommandGateway gateway;

    PolicyCommands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    void send(ApplyTierPolicy command) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        List<CommandMessage<?>> decided = batch.getOrComputeResource(PolicyCommands.class.getName(), key -> {
            List<CommandMessage<?>> all = new ArrayList<>();
            batch.onPrepareCommit(ending -> all.forEach(this::deliver));
            return all;
        });
        decided.add(new GenericCommandMessage<>(command, CurrentUnitOfWork.correlationData()));
    }

    private void deliver(CommandMessage<?> command) {
        try {
            gateway.send(command).join();
        } catch (CompletionException failure) {
            if (CommandRefused.in(failure).isEmpty()) {
                throw failure;
            }
            log.warn("The tier policy is not heard: {}", String.valueOf(failure.getCause()));
        }
    }
}

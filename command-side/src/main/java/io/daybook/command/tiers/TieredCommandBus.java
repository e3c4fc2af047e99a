package io.daybook.command.tiers;

import io.daybook.api.customer.Tier;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MessageHandler;

/** Has each command handled on a thread of its tier. */
public final class TieredCommandBus extends SimpleCommandBus {

    private final TieredThreads threads;

    public TieredCommandBus(Builder settings, TieredThreads threads) {
        super(settings);
        this.threads = threads;
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        threads.execute(Tier.of(command), () -> super.handle(command, handler, callback));
    }
}

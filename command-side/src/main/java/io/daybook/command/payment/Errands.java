package io.daybook.command.payment;

import io.daybook.api.customer.Tier;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** What all errands share: the way to the provider, the way back to the payments, the pauses between attempts and the line for them. */
final class Errands {

    private final Function<Tier, PaymentProvider> provider;
    private final CommandGateway commands;
    private final WaitingLine line;
    private final IntFunction<Duration> pauses;
    private final ExecutorService starter;

    /**
     * @param provider as orders of the tier reach it
     * @param pauses   how long to wait after so many attempts, counted from 1
     */
    Errands(
            Function<Tier, PaymentProvider> provider,
            CommandGateway commands,
            WaitingLine line,
            IntFunction<Duration> pauses) {
        this.provider = provider;
        this.commands = commands;
        this.line = line;
        this.pauses = pauses;
        // What is due after the end is dropped: it is in the log, and taken up at the next start.
        starter = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                run -> new Thread(run, "payment-errands"),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    PaymentProvider provider(Tier tier) {
        return provider.apply(tier);
    }

    CompletableFuture<?> record(CommandMessage<?> outcome) {
        return commands.send(outcome);
    }

    Duration pauseAfter(int attempts) {
        return pauses.apply(attempts);
    }

    /** Has the attempt take its place in the line when the time has come; without a delay, before this returns. */
    void after(Duration delay, Tier tier, Supplier<CompletableFuture<?>> attempt) {
        if (delay.isZero()) {
            line.join(tier, attempt);
        } else {
            CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, starter)
                    .execute(() -> line.join(tier, attempt));
        }
    }

    void close() {
        starter.shutdownNow();
    }
}

package io.daybook.ui.live;

import io.daybook.api.CommandRefused;
import io.daybook.api.order.OrderCommand.RetryFulfilment;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderQuery.OrderAnswer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether an order could be placed now: the log can be read, and somebody handles commands for orders. That is found out by
 * asking for something of an order that cannot exist: its refusal comes from the handler, which has looked into the log, and
 * changes nothing. How far the view of orders is behind is told, but does not count: orders can be placed without it.
 */
final class OrderingHealth implements HealthIndicator {

    private static final OrderId NO_ORDER = new OrderId("health-check");

    private final CommandBus commands;
    private final QueryGateway queries;
    private final LogPosition log;
    private final LiveSettings settings;
    private @Nullable Health last;
    private long lastAt;

    OrderingHealth(CommandBus commands, QueryGateway queries, LogPosition log, LiveSettings settings) {
        this.commands = commands;
        this.queries = queries;
        this.log = log;
        this.settings = settings;
    }

    /** Asked by everybody, so that it is found out at most once in a while. */
    @Override
    public synchronized Health health() {
        long now = System.nanoTime();
        if (last == null || now - lastAt > settings.healthRemembered().toNanos()) {
            last = look();
            lastAt = System.nanoTime();
        }
        return last;
    }

    private Health look() {
        Health.Builder health = new Health.Builder();
        try {
            long head = log.head();
            health.withDetail("logPosition", head);
            askHandler();
            health.up();
            viewOfOrders(head, health);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            health.outOfService();
        } catch (ExecutionException | TimeoutException | RuntimeException failure) {
            health.down(failure);
        }
        return health.build();
    }

    private void askHandler() throws InterruptedException, ExecutionException, TimeoutException {
        // By the bus and not the gateway, which would log each refusal as a warning.
        CompletableFuture<CommandResultMessage<?>> answer = new CompletableFuture<>();
        commands.dispatch(
                GenericCommandMessage.asCommandMessage(
                        new RetryFulfilment(NO_ORDER, "whether somebody answers", "health check")),
                (command, result) -> answer.complete(result));
        CommandResultMessage<?> result = answer.get(settings.healthWithin().toMillis(), TimeUnit.MILLISECONDS);
        if (result.isExceptional()) {
            Throwable failure = result.exceptionResult();
            boolean fromHandler = failure instanceof AggregateNotFoundException
                    || CommandRefused.in(failure).isPresent();
            if (!fromHandler) {
                throw new ExecutionException(failure);
            }
        }
    }

    private void viewOfOrders(long head, Health.Builder health) throws InterruptedException {
        try {
            long position = queries.query(new FindOrder(NO_ORDER, 0), OrderAnswer.class)
                    .get(settings.healthWithin().toMillis(), TimeUnit.MILLISECONDS)
                    .position();
            health.withDetail("viewPosition", position).withDetail("viewLag", Math.max(0, head - position));
        } catch (ExecutionException | TimeoutException missing) {
            health.withDetail("view", "no answer: " + missing);
        }
    }
}

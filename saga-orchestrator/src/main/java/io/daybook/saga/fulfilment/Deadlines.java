package io.daybook.saga.fulfilment;

import io.daybook.api.fulfilment.FulfilmentQuery.FindFulfilmentsWaiting;
import io.daybook.api.fulfilment.FulfilmentQuery.FulfilmentList;
import io.daybook.api.fulfilment.FulfilmentQuery.FulfilmentView;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderCommand.TimeOutStep;
import io.daybook.api.order.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Notices steps that have waited beyond their deadline and has that put on record; the saga then hears of it as of
 * anything else. Since when each order waits follows from the log, so a deadline survives any restart, and several
 * orchestrators may look at once. It counts from the later of two moments: when the step began to wait, and when the
 * instance that looks had caught up with the log. Time in which the platform was down is no order's fault.
 */
class Deadlines {

    private static final Logger log = LoggerFactory.getLogger(Deadlines.class);

    private final QueryGateway queries;
    private final CommandGateway commands;
    private final FulfilmentSettings settings;
    private final Punctuality punctuality;
    private final Clock clock;
    private final Set<OrderId> notTimedOut = ConcurrentHashMap.newKeySet();
    private boolean failing;

    Deadlines(
            QueryGateway queries,
            CommandGateway commands,
            FulfilmentSettings settings,
            Punctuality punctuality,
            Clock clock) {
        this.queries = queries;
        this.commands = commands;
        this.settings = settings;
        this.punctuality = punctuality;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${daybook.fulfilment.sweep-interval:1s}")
    void sweep() throws InterruptedException {
        punctuality.look();
        boolean failed = false;
        for (var deadline : settings.deadlines().entrySet()) {
            try {
                if (punctuality.covers(deadline.getValue())) {
                    timeOutOverdue(deadline.getKey(), deadline.getValue());
                }
            } catch (ExecutionException | RuntimeException failure) {
                if (!failing && !failed) {
                    log.warn(
                            "Could not look for overdue steps; trying every {} from now on: {}",
                            settings.sweepInterval(),
                            String.valueOf(failure));
                }
                failed = true;
            }
        }
        failing = failed;
    }

    private void timeOutOverdue(Step step, Duration patience) throws InterruptedException, ExecutionException {
        var overdue = new FindFulfilmentsWaiting(step, clock.instant().minus(patience), settings.sweepLimit());
        List<FulfilmentView> found =
                queries.query(overdue, FulfilmentList.class).get().fulfilments();
        CompletableFuture<?>[] answers = found.stream()
                .map(FulfilmentView::orderId)
                .filter(order -> punctuality.covers(order, patience))
                .map(order -> timeOut(order, step))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(answers).get();
    }

    /** One that cannot be timed out does not keep the others from it; of each, the log hears once. */
    private CompletableFuture<?> timeOut(OrderId order, Step step) {
        return commands.<@Nullable Object>send(new TimeOutStep(order, step)).handle((answer, failure) -> {
            if (failure == null) {
                notTimedOut.remove(order);
            } else if (notTimedOut.add(order)) {
                log.warn("Order {} could not be timed out at {}: {}", order, step, String.valueOf(failure));
            }
            return answer;
        });
    }
}

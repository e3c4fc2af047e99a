package io.daybook.query.auditor;

import io.daybook.api.audit.Finding;
import io.daybook.api.audit.FindingState;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsEvent.RepairDecided;
import io.daybook.api.order.OrderCommand.MarkStuck;
import io.daybook.api.order.OrderCommand.RetryFulfilment;
import io.daybook.api.order.OrderId;
import io.daybook.api.payment.PaymentCommand.CaptureAgain;
import io.daybook.api.payment.PaymentCommand.GiveBack;
import io.daybook.api.payment.PaymentId;
import io.daybook.operations.letters.Poison;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Does what operators decide about findings. Each decision is in the log first; one that comes too late does nothing. */
final class Repairs {

    private final EventStore events;
    private final FindingStore findings;
    private final Map<String, AuditedView<?, ?>> views;
    private final EntryRepair entries;
    private final Look look;
    private final Supplier<CommandGateway> commands;
    private final Duration patience;
    private long next;

    private record Decision(RepairDecided what, Instant at, long sequence) {}

    Repairs(
            EventStore events,
            FindingStore findings,
            Map<String, AuditedView<?, ?>> views,
            EntryRepair entries,
            Look look,
            Supplier<CommandGateway> commands,
            Duration patience) {
        this.events = events;
        this.findings = findings;
        this.views = views;
        this.entries = entries;
        this.look = look;
        this.commands = commands;
        this.patience = patience;
    }

    /** @param master whether what is not a view's is this instance's business, too */
    void take(boolean master) throws InterruptedException {
        List<Decision> decided = new ArrayList<>();
        long end = next;
        DomainEventStream stream = events.readEvents(ControlsId.ALL.value(), next);
        while (stream.hasNext()) {
            var event = stream.next();
            end = event.getSequenceNumber() + 1;
            if (RepairDecided.class.isAssignableFrom(event.getPayloadType())) {
                decided.add(new Decision(
                        (RepairDecided) event.getPayload(), event.getTimestamp(), event.getSequenceNumber()));
            }
        }
        for (Decision each : decided) {
            Finding finding = findings.find(each.what().finding());
            if (finding != null
                    && finding.state() == FindingState.OPEN
                    && finding.remedies().contains(each.what().remedy())
                    && !each.at().isBefore(finding.since())
                    && isNew(each)) {
                repair(finding, each, master);
            }
            next = each.sequence() + 1;
        }
        next = end;
    }

    /** After a start all decisions are met again, also those that have been carried out. */
    private boolean isNew(Decision decision) {
        Long last = findings.lastDecision(decision.what().finding());
        return last == null || decision.sequence() > last;
    }

    private void repair(Finding finding, Decision decision, boolean master) throws InterruptedException {
        AuditedView<?, ?> view = views.get(finding.area());
        boolean here = view == null ? master : view.progress().isClaimed();
        if (!here) {
            return;
        }
        findings.decided(finding.id(), decision.sequence(), carryOut(finding, decision.what(), view));
        look.atFinding(finding.id().value());
    }

    /** @return why it could not be done; what would fail each time does not keep the others waiting */
    private @Nullable String carryOut(Finding finding, RepairDecided decision, @Nullable AuditedView<?, ?> view)
            throws InterruptedException {
        try {
            return view == null ? send(finding, decision) : entries.rebuild(view, finding.about());
        } catch (RuntimeException failure) {
            if (!Poison.is(failure)) {
                throw failure;
            }
            return Poison.text(failure);
        }
    }

    /** @return why it could not be done; null when it is under way */
    private @Nullable String send(Finding finding, RepairDecided decision) throws InterruptedException {
        PaymentId payment = finding.area().equals(PaymentCheck.AREA)
                ? new PaymentId(finding.about())
                : PaymentId.of(new OrderId(finding.about()));
        return switch (decision.remedy()) {
            case GIVE_BACK -> send(new GiveBack(payment, payment.orderId()));
            case CAPTURE_AGAIN -> send(new CaptureAgain(payment));
            case RETRY_FULFILMENT -> {
                OrderId order = new OrderId(finding.about());
                Step step = Step.valueOf(
                        Objects.requireNonNullElse(finding.differences().get(0).there(), Step.COMPENSATION.name()));
                String marked = send(new MarkStuck(order, step, "Found by the auditor: " + finding.note()));
                yield marked == null ? send(new RetryFulfilment(order, decision.reason(), decision.by())) : marked;
            }
            case REBUILD_ENTRY -> "Only a view's entries are made anew.";
        };
    }

    private @Nullable String send(Object command) throws InterruptedException {
        try {
            commands.get().send(command).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException failure) {
            return "%s: %s".formatted(command.getClass().getSimpleName(), failure.getCause());
        } catch (TimeoutException late) {
            return "%s was not answered in time".formatted(command.getClass().getSimpleName());
        }
    }
}

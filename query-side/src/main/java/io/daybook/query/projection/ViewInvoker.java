package io.daybook.query.projection;

import io.daybook.api.operations.DeadLetterDecision;
import io.daybook.operations.letters.Poison;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;

/** Lets events through to a view's handlers and notes how far the log was read, also where events do not concern the view. */
final class ViewInvoker implements EventHandlerInvoker {

    private final EventHandlerInvoker handlers;
    private final ViewProgress progress;
    private final Backlog backlog;
    private final ViewUpdates<?, ?> updates;
    private final LateEvents late;
    private final Serializer events;
    private final Predicate<EventMessage<?>> urgent;
    private final PacedExecutor worker;

    /** By type, which is all that it depends on: a view has one segment, and cannot be reset. */
    private final Map<Class<?>, Boolean> ofConcern = new ConcurrentHashMap<>();

    /**
     * @param events by which events are written
     * @param urgent which events are not to wait
     * @param worker on which batches are handled
     */
    ViewInvoker(
            EventHandlerInvoker handlers,
            ViewProgress progress,
            Backlog backlog,
            ViewUpdates<?, ?> updates,
            EventStore log,
            Serializer events,
            Predicate<EventMessage<?>> urgent,
            PacedExecutor worker) {
        this.urgent = urgent;
        this.worker = worker;
        this.updates = updates;
        this.late = new LateEvents(log);
        this.events = events;
        this.handlers = handlers;
        this.progress = progress;
        this.backlog = backlog;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        boolean concernsTheView = ofConcern.computeIfAbsent(
                message.getPayloadType(), type -> handlers.canHandle(message, segment) || isDecision(message));
        long position = positionOf(message);
        backlog.offer(position, concernsTheView);
        progress.passed(position, concernsTheView);
        if (concernsTheView && urgent.test(message)) {
            worker.hurry(position);
        }
        return concernsTheView;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        // Saying no would make the stream leave such events out, and the view would not know that it has passed them.
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) throws Exception {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
        if (unitOfWork instanceof BatchingUnitOfWork<?> batch && batch.isFirstMessage(message)) {
            var messages = batch.getMessages();
            long last = positionOf(messages.get(messages.size() - 1));
            backlog.taken(last);
            worker.taken(last);
        }
        if (isDecision(message)) {
            decide(message, segment);
        } else if (updates.isClear() || !updates.round(events).holds(message)) {
            handleOrPark(message, segment);
        } else {
            updates.round(events).park(message, null);
        }
    }

    private void handleOrPark(EventMessage<?> message, Segment segment) throws Exception {
        try {
            handlers.handle(message, segment);
        } catch (Exception failure) {
            if (!Poison.is(failure)) {
                throw failure;
            }
            updates.round(events).park(message, failure);
        }
    }

    private static boolean isDecision(EventMessage<?> message) {
        return DeadLetterDecision.class.isAssignableFrom(message.getPayloadType());
    }

    private void decide(EventMessage<?> message, Segment segment) throws Exception {
        DeadLetterDecision decision = (DeadLetterDecision) message.getPayload();
        if (!decision.group().equals(updates.name())) {
            return;
        }
        TrackingToken now = ((TrackedEventMessage<?>) message).trackingToken();
        updates.round(events)
                .decide(
                        decision,
                        message,
                        letter -> updates.deliver(letter, each -> handlers.handle(late.read(each, now), segment)));
    }

    private static long positionOf(Object message) {
        return ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
    }

    @Override
    public boolean supportsReset() {
        return false;
    }
}

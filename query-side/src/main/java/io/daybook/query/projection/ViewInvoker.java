package io.daybook.query.projection;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Lets events through to a view's handlers and notes how far the log was read, also where events do not concern the view. */
final class ViewInvoker implements EventHandlerInvoker {

    private final EventHandlerInvoker handlers;
    private final ViewProgress progress;
    private final Backlog backlog;

    ViewInvoker(EventHandlerInvoker handlers, ViewProgress progress, Backlog backlog) {
        this.handlers = handlers;
        this.progress = progress;
        this.backlog = backlog;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        boolean concernsTheView = handlers.canHandle(message, segment);
        long position = positionOf(message);
        backlog.offer(position, concernsTheView);
        progress.passed(position, concernsTheView);
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
            backlog.taken(positionOf(messages.get(messages.size() - 1)));
        }
        handlers.handle(message, segment);
    }

    private static long positionOf(Object message) {
        return ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
    }

    @Override
    public boolean supportsReset() {
        return false;
    }
}

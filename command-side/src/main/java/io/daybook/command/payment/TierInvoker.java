package io.daybook.command.payment;

import io.daybook.api.customer.Tier;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;

/** Has a payment gateway meet the events of its tier's orders only; the tier is read without reading the event itself. */
final class TierInvoker extends SimpleEventHandlerInvoker {

    private final Tier tier;

    private TierInvoker(Tier tier, SimpleEventHandlerInvoker.Builder<?> handlers) {
        super(handlers);
        this.tier = tier;
    }

    static TierInvoker of(Tier tier, PaymentGateway gateway, Configuration axon) {
        return new TierInvoker(
                tier,
                SimpleEventHandlerInvoker.builder()
                        .eventHandlers(gateway)
                        .parameterResolverFactory(axon.parameterResolverFactory())
                        .handlerDefinition(axon.handlerDefinition(PaymentGateway.class))
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance()));
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return Tier.of(event) == tier && super.canHandle(event, segment);
    }
}

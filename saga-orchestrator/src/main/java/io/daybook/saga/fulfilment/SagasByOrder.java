package io.daybook.saga.fulfilment;

import io.daybook.api.customer.Tier;
import java.util.Objects;
import java.util.Set;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.SagaInitializationPolicy;
import org.axonframework.modelling.saga.SagaManagerSpanFactory;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.jspecify.annotations.Nullable;

/**
 * Sagas that are about one order each, of one tier, and belong to the segment to which the order belongs.
 *
 * <p>Axon chooses a saga's segment by the saga's identifier, and the segment that begins the next saga of an order by the
 * order. These are the same while nobody splits a segment. After that, one of them might begin nothing because it still
 * sees the saga that another one, which is further behind, is about to end: the dispatch of an order would be lost. Here the
 * identifier says to which segments the order belongs.
 */
final class SagasByOrder<T> extends AnnotatedSagaManager<T> {

    private static final int DIGITS = 8;
    private static final int UUID_LENGTH = 36;

    @SuppressWarnings("ThreadLocalUsage") // of this manager: it is told on one thread what the next call is about
    private final ThreadLocal<@Nullable AssociationValue> about = new ThreadLocal<>();

    private final Tier tier;

    private SagasByOrder(Builder<T> builder, Tier tier) {
        super(builder);
        this.tier = tier;
    }

    /**
     * @param tier  of the orders
     * @param group that the sagas are processed in
     */
    @SuppressWarnings("unchecked") // Axon's stores take sagas of any type
    static <T> SagasByOrder<T> of(Class<T> sagaType, Tier tier, String group, Configuration axon) {
        return new SagasByOrder<>(
                AnnotatedSagaManager.<T>builder()
                        .sagaType(sagaType)
                        .sagaRepository(AnnotatedSagaRepository.<T>builder()
                                .sagaType(sagaType)
                                .sagaStore((SagaStore<? super T>) axon.getComponent(SagaStore.class))
                                .resourceInjector(axon.resourceInjector())
                                .parameterResolverFactory(axon.parameterResolverFactory())
                                .handlerDefinition(axon.handlerDefinition(sagaType))
                                .build())
                        .parameterResolverFactory(axon.parameterResolverFactory())
                        .handlerDefinition(axon.handlerDefinition(sagaType))
                        .listenerInvocationErrorHandler(
                                axon.eventProcessingConfiguration().listenerInvocationErrorHandler(group))
                        .spanFactory(axon.getComponent(SagaManagerSpanFactory.class)),
                tier);
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return Tier.of(event) == tier && super.canHandle(event, segment);
    }

    /** Asked for each event, on the thread that then begins a saga if one is to begin. */
    @Override
    protected SagaInitializationPolicy getSagaCreationPolicy(EventMessage<?> event) {
        SagaInitializationPolicy policy = super.getSagaCreationPolicy(event);
        about.set(policy.getInitialAssociationValue());
        return policy;
    }

    @Override
    protected String createSagaIdentifier(Segment segment) {
        AssociationValue order = Objects.requireNonNull(about.get(), "a saga begins with what it is about");
        return "%08x-%s".formatted(order.hashCode(), super.createSagaIdentifier(Segment.ROOT_SEGMENT));
    }

    @Override
    protected boolean matchesSegment(Segment segment, String sagaId) {
        return isIn(segment, sagaId);
    }

    /** One from before, whose identifier does not say, stays where it was. */
    private static boolean isIn(Segment segment, String sagaId) {
        if (sagaId.length() != DIGITS + 1 + UUID_LENGTH) {
            return segment.matches(sagaId);
        }
        return segment.getMask() == 0 || segment.matches(Integer.parseUnsignedInt(sagaId.substring(0, DIGITS), 16));
    }

    /**
     * Whether a segment works on an order: the one that has its saga does, and before it has one, the one that will begin it.
     *
     * @param sagas that are open for the order
     */
    static boolean worksOn(Segment segment, AssociationValue order, Set<String> sagas) {
        return sagas.isEmpty() ? segment.matches(order) : sagas.stream().anyMatch(saga -> isIn(segment, saga));
    }
}

package io.daybook.standalone.instances;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.InstanceControl;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.Steered;
import io.daybook.command.RetryingCommandBus;
import io.daybook.command.tiers.TieredThreads;
import io.daybook.operations.EventWork;
import io.daybook.operations.ReportingInstance;
import io.daybook.operations.SegmentWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.commandhandling.distributed.Member;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** One instance of one service. */
final class ServiceInstance implements Member, ReportingInstance {

    /** What an instance is made of. */
    record Parts(
            Configuration axon,
            Heart heart,
            EventWork eventWork,
            InstanceBus commands,
            InstanceQueries queries,
            RetryingCommandBus retrying,
            TieredThreads threads,
            ProcessorThreads processorThreads,
            ConfigurableApplicationContext beans) {}

    private static final Logger log = LoggerFactory.getLogger(ServiceInstance.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Service service;
    private final InstanceName name;
    private final Parts parts;
    private final Instant startedAt = Instant.now();
    private final SegmentWork segmentWork;
    private volatile InstanceControl control = InstanceControl.USUAL;
    private volatile boolean stopped;

    ServiceInstance(Service service, String name, Parts parts) {
        this.service = service;
        this.name = new InstanceName(name);
        this.parts = parts;
        this.segmentWork = new SegmentWork(this.name, startedAt, parts::axon, Clock.systemUTC());
    }

    @Override
    public String name() {
        return name.value();
    }

    @Override
    public InstanceName instance() {
        return name;
    }

    Service kind() {
        return service;
    }

    @Override
    public String service() {
        return service.label();
    }

    @Override
    public Instant startedAt() {
        return startedAt;
    }

    @Override
    public InstanceControl control() {
        return control;
    }

    @Override
    public Configuration axon() {
        return parts.axon();
    }

    @Override
    public SegmentWork segmentWork() {
        return segmentWork;
    }

    /** What operators have decided about it, from now on. */
    void take(InstanceControl decided) {
        control = decided;
    }

    /** It is in this JVM, but nobody calls it except by way of the router. */
    @Override
    public boolean local() {
        return false;
    }

    @Override
    public void suspect() {
        // It lives as long as the JVM does.
    }

    /** Its command bus, while it runs. */
    @Override
    public <T> Optional<T> getConnectionEndpoint(Class<T> protocol) {
        return !stopped && protocol.isInstance(parts.commands())
                ? Optional.of(protocol.cast(parts.commands()))
                : Optional.empty();
    }

    /** The names of the commands that it handles, once it has been started. */
    Set<String> handled() {
        return parts.commands().handled();
    }

    InstanceQueries queryBus() {
        return parts.queries();
    }

    /** What operators had decided before it starts: what they have stopped does not even begin. */
    void beginBy(Controls controls) {
        parts.eventWork().begin(parts.axon(), worksOn(controls));
    }

    private Predicate<String> worksOn(Controls controls) {
        return processor -> controls.worksOn(controls.of(name), processor);
    }

    void start() {
        parts.axon().start();
    }

    /** Ends its event processors, which send commands to itself and to others until then. */
    void endProcessing() {
        parts.axon().eventProcessingConfiguration().eventProcessors().values().forEach(EventProcessor::shutDown);
    }

    /** Has what it is made of follow what operators have decided. */
    void steer(Controls controls) {
        parts.beans().getBeansOfType(Steered.class).values().forEach(part -> part.steer(controls));
        parts.eventWork().keep(parts.axon(), worksOn(controls));
        segmentWork.follow(controls.processors());
    }

    /** Ends in the middle of what it does, of which nothing more is written or answered. */
    void die() {
        parts.heart().stop();
        parts.commands().hangUp();
    }

    /** Handles the commands that it has, and gives up what it holds. */
    void stop() {
        stopped = true;
        parts.retrying().close();
        try {
            if (!parts.threads().stop(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("{} still handles commands, and is stopped all the same", name);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        parts.axon().shutdown();
        parts.processorThreads().close();
        parts.beans().close();
    }
}

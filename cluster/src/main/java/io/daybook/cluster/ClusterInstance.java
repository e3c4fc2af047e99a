package io.daybook.cluster;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.InjectedFault;
import io.daybook.api.operations.InstanceControl;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.Participation;
import io.daybook.api.operations.Steered;
import io.daybook.operations.EventWork;
import io.daybook.operations.ReportingInstance;
import io.daybook.operations.ReportingInstances;
import io.daybook.operations.SegmentWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.axonserver.connector.command.CommandLoadFactorProvider;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This process, as the one instance that it is: reported on, and steered. */
final class ClusterInstance implements ReportingInstances, ReportingInstance, Steered, CommandLoadFactorProvider {

    private static final Logger log = LoggerFactory.getLogger(ClusterInstance.class);

    private static final int EXIT_OF_A_CRASH = 1;

    private final InstanceName name;
    private final String service;
    private final Supplier<Configuration> axon;
    private final Instant startedAt = Instant.now();
    private final InstanceControl undecided;
    private final SegmentWork segmentWork;
    private final EventWork eventWork = new EventWork();
    private volatile InstanceControl control;
    private volatile int offeredLoadFactor;

    /** @param loadFactor as long as no operator has decided otherwise */
    ClusterInstance(InstanceName name, String service, int loadFactor, Supplier<Configuration> axon) {
        this.name = name;
        this.service = service;
        this.axon = axon;
        this.undecided = new InstanceControl(Participation.FULL, loadFactor);
        this.control = undecided;
        this.offeredLoadFactor = loadFactor;
        this.segmentWork = new SegmentWork(name, startedAt, axon, Clock.systemUTC());
    }

    /** Each part of it can be done again, which is what happens when it fails: so that it is followed is noted last. */
    @Override
    public void steer(Controls controls) {
        controls.crashOf(name).filter(crash -> crash.from().isAfter(startedAt)).ifPresent(this::die);
        InstanceControl decided = controls.instances().getOrDefault(name, undecided);
        if (!decided.equals(control)) {
            offer(decided);
        }
        eventWork.keep(axon.get(), processor -> controls.worksOn(decided, processor));
        segmentWork.follow(controls.processors());
        if (!decided.equals(control)) {
            control = decided;
            log.info("{}: {}, load factor {}", name, decided.participation(), decided.loadFactor());
        }
    }

    private void offer(InstanceControl decided) {
        offeredLoadFactor = decided.loadFactor();
        if (axon.get().getComponent(CommandBus.class) instanceof SteeredCommandBus commands) {
            if (decided.getsMessages()) {
                commands.offer();
            } else {
                commands.takeBack();
            }
        }
    }

    /** As if somebody had pulled the plug; whatever watches over the process starts it again. */
    private void die(InjectedFault crash) {
        log.error("Dies because {} has injected a crash: {}", crash.by(), crash.reason());
        Runtime.getRuntime().halt(EXIT_OF_A_CRASH);
    }

    @Override
    public int getFor(String commandName) {
        return offeredLoadFactor;
    }

    @Override
    public List<ReportingInstance> reporting() {
        return List.of(this);
    }

    @Override
    public InstanceName instance() {
        return name;
    }

    @Override
    public String service() {
        return service;
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
        return axon.get();
    }

    @Override
    public SegmentWork segmentWork() {
        return segmentWork;
    }
}

package io.daybook.standalone.instances;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.InjectedFault;
import io.daybook.api.operations.InstanceControl;
import io.daybook.api.operations.Steered;
import io.daybook.operations.Decisions;
import io.daybook.operations.ReportingInstances;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.axonframework.lifecycle.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The instances of this JVM: there before anything sends a message, and until nothing does any more. */
final class Instances implements SmartLifecycle, Steered, ReportingInstances {

    private static final Logger log = LoggerFactory.getLogger(Instances.class);

    private final InstancesSettings settings;
    private final InstanceFactory factory;
    private final InstanceRouter commands;
    private final RoutedQueryBus queries;
    private final Decisions decisions;
    private final Deque<ServiceInstance> running = new ArrayDeque<>();
    private final List<ServiceInstance> dead = new ArrayList<>();

    Instances(
            InstancesSettings settings,
            InstanceFactory factory,
            InstanceRouter commands,
            RoutedQueryBus queries,
            Decisions decisions) {
        this.settings = settings;
        this.factory = factory;
        this.commands = commands;
        this.queries = queries;
        this.decisions = decisions;
    }

    @Override
    public synchronized void start() {
        Controls controls = decisions.now();
        for (Service service : Service.values()) {
            for (int number = 1; number <= settings.numberOf(service); number++) {
                start(service, "%s-%d".formatted(service.label(), number), controls);
            }
        }
    }

    private ServiceInstance start(Service service, String name, Controls controls) {
        ServiceInstance instance = factory.create(service, name);
        running.push(instance);
        instance.beginBy(controls);
        instance.start();
        join(instance, instance.control().loadFactor());
        return instance;
    }

    private void join(ServiceInstance instance, int loadFactor) {
        commands.join(instance, loadFactor);
        queries.join(instance);
    }

    private void leave(ServiceInstance instance) {
        commands.leave(instance);
        queries.leave(instance);
    }

    /** An instance that is taken out ends what it has begun; it keeps what it has in memory. */
    @Override
    public synchronized void steer(Controls controls) {
        queries.use(controls.queryStrategy());
        for (ServiceInstance instance : List.copyOf(running)) {
            if (instance.kind().canBeSteered()) {
                controls.crashOf(instance.instance())
                        .ifPresentOrElse(crash -> bury(instance, crash), () -> steer(instance, controls));
            } else {
                instance.steer(controls);
            }
        }
        for (ServiceInstance instance : List.copyOf(dead)) {
            if (controls.crashOf(instance.instance()).isEmpty()) {
                steer(revive(instance, controls), controls);
            }
        }
    }

    private void bury(ServiceInstance instance, InjectedFault crash) {
        log.error("{} dies because {} has injected a crash: {}", instance.name(), crash.by(), crash.reason());
        instance.die();
        stop(instance);
        running.remove(instance);
        factory.forget(instance);
        dead.add(instance);
    }

    private ServiceInstance revive(ServiceInstance instance, Controls controls) {
        log.info("{} is started again", instance.name());
        ServiceInstance next = start(instance.kind(), instance.name(), controls);
        dead.remove(instance);
        return next;
    }

    /** Each part of it can be done again, which is what happens when it fails: so that it is followed is noted last. */
    private void steer(ServiceInstance instance, Controls controls) {
        InstanceControl decided = controls.of(instance.instance());
        boolean changed = !decided.equals(instance.control());
        if (changed && decided.getsMessages()) {
            join(instance, decided.loadFactor());
        } else if (changed) {
            leave(instance);
        }
        instance.steer(controls);
        if (changed) {
            instance.take(decided);
            log.info("{}: {}, load factor {}", instance.name(), decided.participation(), decided.loadFactor());
        }
    }

    /** The one that was started last is the first. */
    @Override
    public synchronized void stop() {
        while (!running.isEmpty()) {
            stop(running.pop());
        }
        dead.clear();
    }

    private void stop(ServiceInstance instance) {
        instance.endProcessing();
        leave(instance);
        instance.stop();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isEmpty();
    }

    @Override
    public synchronized List<ServiceInstance> reporting() {
        return List.copyOf(running);
    }

    /** Before the first of Axon's components. */
    @Override
    public int getPhase() {
        return Phase.EXTERNAL_CONNECTIONS - 1;
    }
}

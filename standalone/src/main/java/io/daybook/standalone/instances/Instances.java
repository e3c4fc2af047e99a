package io.daybook.standalone.instances;

import java.util.ArrayDeque;
import java.util.Deque;
import org.axonframework.commandhandling.distributed.DistributedCommandBus;
import org.axonframework.lifecycle.Phase;
import org.springframework.context.SmartLifecycle;

/** The instances of this JVM: there before anything sends a message, and until nothing does any more. */
final class Instances implements SmartLifecycle {

    private final InstancesSettings settings;
    private final InstanceFactory factory;
    private final InstanceRouter commands;
    private final RoutedQueryBus queries;
    private final Deque<ServiceInstance> running = new ArrayDeque<>();

    Instances(InstancesSettings settings, InstanceFactory factory, InstanceRouter commands, RoutedQueryBus queries) {
        this.settings = settings;
        this.factory = factory;
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public void start() {
        for (Service service : Service.values()) {
            for (int number = 1; number <= settings.numberOf(service); number++) {
                start(service, "%s-%d".formatted(service.label(), number));
            }
        }
    }

    private void start(Service service, String name) {
        ServiceInstance instance = factory.create(service, name);
        running.push(instance);
        instance.start();
        commands.join(instance, DistributedCommandBus.INITIAL_LOAD_FACTOR);
        if (service == Service.VIEWS) {
            queries.join(instance);
        }
    }

    /** The one that was started last is the first. */
    @Override
    public void stop() {
        while (!running.isEmpty()) {
            ServiceInstance instance = running.pop();
            instance.endProcessing();
            commands.leave(instance);
            queries.leave(instance);
            instance.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return !running.isEmpty();
    }

    /** Before the first of Axon's components. */
    @Override
    public int getPhase() {
        return Phase.EXTERNAL_CONNECTIONS - 1;
    }
}

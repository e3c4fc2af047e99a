package io.daybook.standalone.instances;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.distributed.DistributedCommandBus;
import org.axonframework.lifecycle.Phase;
import org.springframework.context.SmartLifecycle;

/** The instances of this JVM: there before anything sends a command, and until nothing does any more. */
final class Instances implements SmartLifecycle {

    private final InstancesSettings settings;
    private final InstanceFactory factory;
    private final InstanceRouter router;
    private final List<ServiceInstance> running = new ArrayList<>();

    Instances(InstancesSettings settings, InstanceFactory factory, InstanceRouter router) {
        this.settings = settings;
        this.factory = factory;
        this.router = router;
    }

    @Override
    public void start() {
        settings.services().forEach((service, count) -> {
            for (int number = 1; number <= count; number++) {
                start(factory.create(service, "%s-%d".formatted(service, number)));
            }
        });
    }

    private void start(ServiceInstance instance) {
        instance.start();
        router.join(instance, DistributedCommandBus.INITIAL_LOAD_FACTOR);
        running.add(instance);
    }

    @Override
    public void stop() {
        running.forEach(router::leave);
        running.forEach(ServiceInstance::stop);
        running.clear();
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

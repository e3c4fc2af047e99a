package io.daybook.standalone.instances;

import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.distributed.AnnotationRoutingStrategy;
import org.axonframework.commandhandling.distributed.CommandMessageFilter;
import org.axonframework.commandhandling.distributed.CommandRouter;
import org.axonframework.commandhandling.distributed.ConsistentHash;
import org.axonframework.commandhandling.distributed.Member;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.commandhandling.distributed.commandfilter.CommandNameFilter;

/**
 * Sends a command to one of the instances that handle it: always the same one for a routing key (a warehouse, an order) as
 * long as that instance takes part. Each has a share of the keys in proportion to its load factor. When one leaves, its keys
 * are divided among the others, and all other keys stay where they are.
 */
final class InstanceRouter implements CommandRouter {

    private final RoutingStrategy keys = AnnotationRoutingStrategy.defaultStrategy();
    private volatile ConsistentHash members = new ConsistentHash();

    /** The instance takes part, or takes part with another load factor from now on. */
    synchronized void join(ServiceInstance instance, int loadFactor) {
        members = members.with(instance, loadFactor, new CommandNameFilter(instance.handled()));
    }

    /** No command is sent to it any more; those that it has are handled. */
    synchronized void leave(ServiceInstance instance) {
        members = members.without(instance);
    }

    @Override
    public Optional<Member> findDestination(CommandMessage<?> command) {
        return members.getMember(keys.getRoutingKey(command), command);
    }

    /** Who sends commands handles none, and so is no member. */
    @Override
    public void updateMembership(int loadFactor, CommandMessageFilter commandFilter) {
        // Instances join and leave.
    }
}

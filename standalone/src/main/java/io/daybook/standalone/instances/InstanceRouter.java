package io.daybook.standalone.instances;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.distributed.AnnotationRoutingStrategy;
import org.axonframework.commandhandling.distributed.CommandMessageFilter;
import org.axonframework.commandhandling.distributed.CommandRouter;
import org.axonframework.commandhandling.distributed.ConsistentHash;
import org.axonframework.commandhandling.distributed.Member;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.commandhandling.distributed.commandfilter.AcceptAll;

/**
 * Sends a command to one of the instances that handle it: always the same one for a routing key (a warehouse, an order) as
 * long as that instance takes part. Each has a share of the keys in proportion to its load factor. When one leaves, its keys
 * are divided among the others, and all other keys stay where they are.
 */
final class InstanceRouter implements CommandRouter {

    private final RoutingStrategy keys = AnnotationRoutingStrategy.defaultStrategy();
    private final Map<Service, ConsistentHash> members = new ConcurrentHashMap<>();
    private final Map<String, Service> handlers = new ConcurrentHashMap<>();

    /** The instance takes part, or takes part with another load factor from now on. */
    void join(ServiceInstance instance, int loadFactor) {
        members.merge(
                instance.kind(),
                new ConsistentHash(InstanceRouter::place).with(instance, loadFactor, AcceptAll.INSTANCE),
                (others, alone) -> others.with(instance, loadFactor, AcceptAll.INSTANCE));
        instance.handled().forEach(command -> handlers.put(command, instance.kind()));
    }

    /** Where on the ring a key stands. Each command has its own looked up: Axon's MD5 would take a hundredth of the processors. */
    private static String place(String key) {
        int mixed = key.hashCode() * 0x85ebca6b;
        return HexFormat.of().toHexDigits((mixed ^ mixed >>> 16) * 0xc2b2ae35);
    }

    /** No command is sent to it any more; those that it has are handled. */
    void leave(ServiceInstance instance) {
        members.computeIfPresent(instance.kind(), (service, all) -> all.without(instance));
    }

    @Override
    public Optional<Member> findDestination(CommandMessage<?> command) {
        return Optional.ofNullable(handlers.get(command.getCommandName()))
                .map(members::get)
                .flatMap(all -> all.getMember(keys.getRoutingKey(command), command));
    }

    /** Who sends commands handles none, and so is no member. */
    @Override
    public void updateMembership(int loadFactor, CommandMessageFilter commandFilter) {
        // Instances join and leave.
    }
}

package io.daybook.api.operations;

import io.daybook.api.operations.OperationsEvent.InstanceDisabled;
import io.daybook.api.operations.OperationsEvent.InstanceEnabled;
import io.daybook.api.operations.OperationsEvent.InstanceWeighed;
import io.daybook.api.operations.OperationsEvent.QueryStrategyChanged;
import java.util.HashMap;
import java.util.Map;

/**
 * All that operators have decided up to now; made from {@link OperationsEvent}s alone, by whoever follows them.
 *
 * @param instances those about which something was decided
 */
public record Controls(Map<InstanceName, InstanceControl> instances, QueryStrategy queryStrategy) {

    /** Nobody has decided anything. */
    public static final Controls USUAL = new Controls(Map.of(), QueryStrategy.ROUND_ROBIN);

    public Controls {
        instances = Map.copyOf(instances);
    }

    public InstanceControl of(InstanceName instance) {
        return instances.getOrDefault(instance, InstanceControl.USUAL);
    }

    /** The controls after this event. */
    public Controls after(OperationsEvent event) {
        // A switch over patterns would say the same, from Java 21 on.
        if (event instanceof InstanceDisabled disabled) {
            return with(
                    disabled.instance(),
                    new InstanceControl(false, of(disabled.instance()).loadFactor()));
        } else if (event instanceof InstanceEnabled enabled) {
            return with(
                    enabled.instance(),
                    new InstanceControl(true, of(enabled.instance()).loadFactor()));
        } else if (event instanceof InstanceWeighed weighed) {
            return with(
                    weighed.instance(),
                    new InstanceControl(of(weighed.instance()).enabled(), weighed.loadFactor()));
        } else if (event instanceof QueryStrategyChanged changed) {
            return new Controls(instances, changed.strategy());
        }
        throw new IllegalArgumentException("not known: " + event);
    }

    /** Whether this event makes a difference. */
    public boolean changedBy(OperationsEvent event) {
        Controls then = after(event);
        return then.queryStrategy() != queryStrategy
                || then.instances().entrySet().stream()
                        .anyMatch(entry -> !entry.getValue().equals(of(entry.getKey())));
    }

    private Controls with(InstanceName instance, InstanceControl control) {
        Map<InstanceName, InstanceControl> changed = new HashMap<>(instances);
        changed.put(instance, control);
        return new Controls(changed, queryStrategy);
    }
}

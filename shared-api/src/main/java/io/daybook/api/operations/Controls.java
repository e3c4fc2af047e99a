package io.daybook.api.operations;

import io.daybook.api.operations.OperationsEvent.CapacityShared;
import io.daybook.api.operations.OperationsEvent.FaultEnded;
import io.daybook.api.operations.OperationsEvent.FaultInjected;
import io.daybook.api.operations.OperationsEvent.InstanceDisabled;
import io.daybook.api.operations.OperationsEvent.InstanceDrained;
import io.daybook.api.operations.OperationsEvent.InstanceEnabled;
import io.daybook.api.operations.OperationsEvent.InstanceWeighed;
import io.daybook.api.operations.OperationsEvent.ProcessorStarted;
import io.daybook.api.operations.OperationsEvent.ProcessorStopped;
import io.daybook.api.operations.OperationsEvent.QueryStrategyChanged;
import io.daybook.api.operations.OperationsEvent.SegmentSteered;
import io.daybook.api.operations.OperationsEvent.ServiceLevelSet;
import io.daybook.api.operations.OperationsEvent.StockConsistencyChanged;
import io.daybook.api.operations.OperationsEvent.TierThresholdChanged;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that operators have decided up to now; made from {@link OperationsEvent}s alone, by whoever follows them.
 *
 * @param instances those about which something was decided
 * @param faults    those injected that had not ended when the last one was
 * @param views     those about which something was decided, by name
 * @param tiers     who is a VIP, and what that means
 */
public record Controls(
        Map<InstanceName, InstanceControl> instances,
        QueryStrategy queryStrategy,
        StockConsistency stockConsistency,
        List<InjectedFault> faults,
        Map<String, ViewControl> views,
        ProcessorControls processors,
        TierControls tiers) {

    /** Nobody has decided anything. */
    public static final Controls USUAL = new Controls(
            Map.of(),
            QueryStrategy.ROUND_ROBIN,
            StockConsistency.EVENTUAL,
            List.of(),
            Map.of(),
            ProcessorControls.USUAL,
            TierControls.USUAL);

    public Controls {
        instances = Map.copyOf(instances);
        faults = List.copyOf(faults);
        views = Map.copyOf(views);
    }

    /** What is decided about the view of this name. */
    public ViewControl ofView(String view) {
        return views.getOrDefault(view, ViewControl.NONE);
    }

    /** The rebuild of this identifier, if it is under way. */
    public Optional<RebuildOrder> rebuild(RebuildId id) {
        return views.values().stream()
                .map(ViewControl::rebuild)
                .filter(order -> order != null && order.id().equals(id))
                .findFirst();
    }

    public InstanceControl of(InstanceName instance) {
        return instances.getOrDefault(instance, InstanceControl.USUAL);
    }

    /** Whether an instance is to work on the events of a processor: it takes part, nobody has stopped it, and if it is a view's, nobody pauses that. */
    public boolean worksOn(InstanceControl instance, String processor) {
        return instance.worksOnEvents()
                && !processors.isStopped(processor)
                && faults.stream().noneMatch(injected -> injected.fault().equals(new Fault.ViewPause(processor)));
    }

    /** Whether an instance is to be dead. */
    public Optional<InjectedFault> crashOf(InstanceName instance) {
        return faults.stream()
                .filter(injected -> injected.fault().equals(new Fault.Crash(instance)))
                .findFirst();
    }

    /** The same, without the faults that have ended by then. */
    public Controls at(Instant now) {
        return faults.stream().allMatch(fault -> fault.isActiveAt(now)) ? this : with(activeAt(now));
    }

    /** The controls after this event; the same when it makes no difference. */
    public Controls after(OperationsEvent event) {
        if (!event.steers()) {
            return this;
        }
        // A switch over patterns would say the same, from Java 21 on.
        if (event instanceof InstanceDisabled disabled) {
            return with(disabled.instance(), of(disabled.instance()).with(Participation.DISABLED));
        } else if (event instanceof InstanceDrained drained) {
            return with(drained.instance(), of(drained.instance()).with(Participation.DRAINED));
        } else if (event instanceof InstanceEnabled enabled) {
            return with(enabled.instance(), of(enabled.instance()).with(Participation.FULL));
        } else if (event instanceof InstanceWeighed weighed) {
            return with(weighed.instance(), of(weighed.instance()).with(weighed.loadFactor()));
        } else if (event instanceof QueryStrategyChanged changed) {
            return new Controls(instances, changed.strategy(), stockConsistency, faults, views, processors, tiers);
        } else if (event instanceof StockConsistencyChanged changed) {
            return new Controls(instances, queryStrategy, changed.consistency(), faults, views, processors, tiers);
        } else if (event instanceof FaultInjected injected) {
            return after(injected);
        } else if (event instanceof FaultEnded ended) {
            return with(faults.stream()
                    .map(fault -> fault.id().equals(ended.fault()) ? fault.endedAt(ended.at()) : fault)
                    .toList());
        } else if (event instanceof ProcessorStopped stopped) {
            return with(processors.after(stopped));
        } else if (event instanceof ProcessorStarted started) {
            return with(processors.after(started));
        } else if (event instanceof SegmentSteered steered) {
            return with(processors.after(steered));
        } else if (event instanceof TierThresholdChanged changed) {
            return with(tiers.after(changed));
        } else if (event instanceof CapacityShared shared) {
            return with(tiers.after(shared));
        } else if (event instanceof ServiceLevelSet set) {
            return with(tiers.after(set));
        }
        return afterForViews(event);
    }

    private Controls afterForViews(OperationsEvent event) {
        String view = ViewControl.viewOf(event);
        if (view == null) {
            RebuildId rebuild = ViewControl.rebuildOf(event);
            if (rebuild == null) {
                throw new IllegalArgumentException("not known: " + event);
            }
            view = rebuild(rebuild).map(RebuildOrder::view).orElse(null);
        }
        ViewControl before = view == null ? ViewControl.NONE : ofView(view);
        ViewControl after = before.after(event);
        if (view == null || after.equals(before)) {
            return this;
        }
        Map<String, ViewControl> changed = new HashMap<>(views);
        changed.put(view, after);
        return new Controls(instances, queryStrategy, stockConsistency, faults, changed, processors, tiers);
    }

    /** One that is known already is not injected again, also when it has been ended. */
    private Controls after(FaultInjected event) {
        if (faults.stream().anyMatch(fault -> fault.id().equals(event.fault()))) {
            return this;
        }
        InjectedFault injected =
                new InjectedFault(event.fault(), event.what(), event.from(), event.until(), event.reason(), event.by());
        return with(Stream.concat(activeAt(event.from()).stream(), Stream.of(injected))
                .toList());
    }

    private List<InjectedFault> activeAt(Instant now) {
        return faults.stream().filter(fault -> fault.isActiveAt(now)).toList();
    }

    private Controls with(List<InjectedFault> changed) {
        return new Controls(instances, queryStrategy, stockConsistency, changed, views, processors, tiers);
    }

    private Controls with(ProcessorControls changed) {
        return new Controls(instances, queryStrategy, stockConsistency, faults, views, changed, tiers);
    }

    private Controls with(TierControls changed) {
        return new Controls(instances, queryStrategy, stockConsistency, faults, views, processors, changed);
    }

    private Controls with(InstanceName instance, InstanceControl control) {
        if (control.equals(of(instance))) {
            return this;
        }
        Map<InstanceName, InstanceControl> changed = new HashMap<>(instances);
        changed.put(instance, control);
        return new Controls(changed, queryStrategy, stockConsistency, faults, views, processors, tiers);
    }
}

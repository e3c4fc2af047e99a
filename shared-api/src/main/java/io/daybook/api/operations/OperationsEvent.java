package io.daybook.api.operations;

import io.daybook.api.audit.FindingId;
import io.daybook.api.audit.Remedy;
import io.daybook.api.customer.Tier;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What an operator has decided, or what has come of it. */
public sealed interface OperationsEvent {

    String reason();

    String by();

    @Revision("1")
    record InstanceDisabled(InstanceName instance, String reason, String by) implements OperationsEvent {}

    @Revision("1")
    record InstanceDrained(InstanceName instance, String reason, String by) implements OperationsEvent {}

    @Revision("1")
    record InstanceEnabled(InstanceName instance, String reason, String by) implements OperationsEvent {}

    @Revision("1")
    record InstanceWeighed(InstanceName instance, int loadFactor, String reason, String by)
            implements OperationsEvent {}

    @Revision("1")
    record QueryStrategyChanged(QueryStrategy strategy, String reason, String by) implements OperationsEvent {}

    @Revision("1")
    record StockConsistencyChanged(StockConsistency consistency, String reason, String by) implements OperationsEvent {}

    /** @param until when the fault ends by itself, unless somebody ends it before */
    @Revision("1")
    record FaultInjected(FaultId fault, Fault what, Instant from, Instant until, String reason, String by)
            implements OperationsEvent {}

    @Revision("1")
    record FaultEnded(FaultId fault, Instant at, String reason, String by) implements OperationsEvent {}

    /**
     * A copy of a view is to be made beside the live one.
     *
     * @param from          entries that last changed before are taken over as they are; null to make all anew
     * @param swapWhenEqual whether it takes the place of the live copy as soon as it is found equal
     */
    @Revision("1")
    record ViewRebuildStarted(
            RebuildId rebuild, String view, @Nullable Instant from, boolean swapWhenEqual, String reason, String by)
            implements OperationsEvent {}

    /** The copy that was live before, and has been kept, is to be brought up to date. */
    @Revision("1")
    record ViewReturnStarted(RebuildId rebuild, String view, boolean swapWhenEqual, String reason, String by)
            implements OperationsEvent {}

    @Revision("1")
    record ViewRebuildPaused(RebuildId rebuild, String reason, String by) implements OperationsEvent {}

    @Revision("1")
    record ViewRebuildResumed(RebuildId rebuild, String reason, String by) implements OperationsEvent {}

    @Revision("1")
    record ViewRebuildCancelled(RebuildId rebuild, String reason, String by) implements OperationsEvent {}

    @Revision("1")
    record ViewSwapRequested(RebuildId rebuild, boolean evenIfDifferent, String reason, String by)
            implements OperationsEvent {}

    /**
     * The copy has taken the place of the live one.
     *
     * @param copy        its name
     * @param position    of the last event that both reflected then
     * @param documents   entries of the copy
     * @param differences entries in which it differed from what was live until then
     */
    @Revision("1")
    record ViewSwapped(
            RebuildId rebuild,
            String view,
            String copy,
            long position,
            long documents,
            long differences,
            String reason,
            String by)
            implements OperationsEvent {}

    /** The copy could not be made; the reason says why. */
    @Revision("1")
    record ViewRebuildFailed(RebuildId rebuild, String view, String reason, String by) implements OperationsEvent {}

    /** The copy that was live before is no longer kept. */
    @Revision("1")
    record ViewCopyDismissed(String view, String copy, String reason, String by) implements OperationsEvent {}

    @Revision("1")
    record DeadLettersRetried(String group, String sequence, String reason, String by)
            implements OperationsEvent, DeadLetterDecision {}

    /** @param letter the identifier of the event that was given up; all of the sequence when missing */
    @Revision("1")
    record DeadLetterDropped(
            String group, String sequence, @Nullable String letter, String reason, String by)
            implements OperationsEvent, DeadLetterDecision {}

    /** Whether it changes the {@link Controls}; other decisions are only on record for those who act upon them. */
    default boolean steers() {
        return !(this instanceof DeadLetterDecision);
    }

    /** Something that the auditor found is to be repaired. */
    @Revision("1")
    record RepairDecided(FindingId finding, Remedy remedy, String reason, String by) implements OperationsEvent {
        @Override
        public boolean steers() {
            return false;
        }
    }

    /** @param what the event, or the state, of which somebody who does not usually see personal data was shown it */
    @Revision("1")
    record PersonalDataShown(String what, String reason, String by) implements OperationsEvent {
        @Override
        public boolean steers() {
            return false;
        }
    }

    @Revision("1")
    record ProcessorStopped(ProcessorName processor, Instant at, String reason, String by) implements OperationsEvent {}

    @Revision("1")
    record ProcessorStarted(ProcessorName processor, Instant at, String reason, String by) implements OperationsEvent {}

    /** @param at an instance that was started later does not do it */
    @Revision("1")
    record SegmentSteered(
            SegmentActionId action,
            InstanceName instance,
            ProcessorName processor,
            int segment,
            SegmentAction what,
            Instant at,
            String reason,
            String by)
            implements OperationsEvent {}

    /** @param vipFrom customers who have spent so much are VIPs */
    @Revision("1")
    record TierThresholdChanged(Money vipFrom, String reason, String by) implements OperationsEvent {}

    @Revision("1")
    record CapacityShared(CapacityPlan plan, String reason, String by) implements OperationsEvent {}

    /** @param level what orders of the tier are promised */
    @Revision("1")
    record ServiceLevelSet(Tier tier, ServiceLevel level, String reason, String by) implements OperationsEvent {}
}

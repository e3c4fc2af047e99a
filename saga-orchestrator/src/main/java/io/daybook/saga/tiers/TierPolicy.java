package io.daybook.saga.tiers;

import io.daybook.api.customer.CustomerCommand.ApplyTierPolicy;
import io.daybook.api.customer.CustomerEvent.TierReturned;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.operations.OperationsEvent.TierThresholdChanged;
import io.daybook.api.order.OrderEvent.OrderCancelled;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderId;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Has the tier of customers follow from what they have spent. Everything it decides by is in the log, and taken up in the
 * order of the log, also the threshold: so what it decides is the same however often it is interrupted. Customers hear of
 * it only when they come to the other side of the threshold.
 */
@ProcessingGroup(TierPolicy.GROUP)
@DisallowReplay
final class TierPolicy {

    static final String GROUP = "tier-policy";

    private static final String ONLY = "only";

    private final PlacedOrders orders;
    private final PolicyStates states;
    private final PolicyCommands commands;
    private final TierSettings settings;

    TierPolicy(PlacedOrders orders, PolicyStates states, PolicyCommands commands, TierSettings settings) {
        this.orders = orders;
        this.states = states;
        this.commands = commands;
        this.settings = settings;
    }

    @EventHandler
    void on(OrderPlaced event) {
        orders.placed(event);
    }

    @EventHandler
    void on(OrderConfirmed event) {
        orders.of(event.orderId()).ifPresent(purchase -> count(purchase.customer(), purchase.total(), event.orderId()));
    }

    @EventHandler
    void on(OrderCancelled event) {
        orders.confirmed(event.orderId())
                .ifPresent(
                        purchase -> count(purchase.customer(), purchase.total().negated(), event.orderId()));
    }

    /** A customer whom staff have left to the policy again may belong elsewhere. */
    @EventHandler
    void on(TierReturned event) {
        tell(event.customerId(), of(event.customerId()), rule().vipFrom(), null);
    }

    @EventHandler
    void on(TierThresholdChanged event) {
        change(rule(), event.vipFrom(), true);
    }

    private void count(CustomerId customer, Money amount, OrderId order) {
        Spending stored = states.stored(Spending.class, customer.value());
        long position = position();
        if (stored != null && position <= stored.position()) {
            return; // An attempt at this batch has counted it, and stored no token.
        }
        Money vipFrom = rule().vipFrom();
        Spending before = of(customer);
        Spending after = before.after(amount, position);
        if (after.equals(before)) {
            return;
        }
        if (before.changes() == 0) {
            enrol(customer);
        }
        states.put(Spending.class, customer.value(), after);
        if (after.reaches(vipFrom) != before.reaches(vipFrom)) {
            tell(customer, after, vipFrom, order);
        }
    }

    /** Where in the log the batch is: at the event that is handled, or at the decision to try one again that was put aside. */
    private static long position() {
        TrackedEventMessage<?> event =
                (TrackedEventMessage<?>) CurrentUnitOfWork.get().root().getMessage();
        return event.trackingToken().position().orElseThrow();
    }

    private Spending of(CustomerId customer) {
        Spending known = states.find(Spending.class, customer.value());
        return known == null ? Spending.NONE : known;
    }

    private void enrol(CustomerId customer) {
        TierRule rule = rule();
        String name = String.valueOf(rule.customers() / Roll.LENGTH);
        Roll roll = states.find(Roll.class, name);
        states.put(Roll.class, name, (roll == null ? new Roll(List.of()) : roll).with(customer.value()));
        states.put(TierRule.class, ONLY, new TierRule(rule.vipFrom(), rule.decided(), rule.customers() + 1));
    }

    /** What holds here in the log: what an operator has decided, or else what the settings say. */
    private TierRule rule() {
        Money usual = settings.usualThreshold();
        TierRule rule = states.find(TierRule.class, ONLY);
        if (rule == null) {
            return new TierRule(usual, false, 0);
        }
        return rule.decided() || rule.vipFrom().equals(usual) ? rule : change(rule, usual, false);
    }

    private TierRule change(TierRule before, Money vipFrom, boolean decided) {
        TierRule after = new TierRule(vipFrom, decided, before.customers());
        states.put(TierRule.class, ONLY, after);
        for (int roll = 0; roll * Roll.LENGTH < before.customers(); roll++) {
            Roll members = states.find(Roll.class, String.valueOf(roll));
            if (members != null) {
                members.customers().forEach(member -> judgeAgain(new CustomerId(member), before.vipFrom(), vipFrom));
            }
        }
        return after;
    }

    private void judgeAgain(CustomerId customer, Money before, Money vipFrom) {
        Spending spending = of(customer);
        if (spending.reaches(vipFrom) != spending.reaches(before)) {
            tell(customer, spending, vipFrom, null);
        }
    }

    private void tell(CustomerId customer, Spending spending, Money vipFrom, @Nullable OrderId order) {
        commands.send(new ApplyTierPolicy(customer, spending.spent(), vipFrom, order, spending.changes()));
    }
}

package io.daybook.command.customer;

import io.daybook.api.Refusal;
import io.daybook.api.customer.CustomerCommand.ApplyTierPolicy;
import io.daybook.api.customer.CustomerCommand.ChangeTier;
import io.daybook.api.customer.CustomerCommand.RegisterCustomer;
import io.daybook.api.customer.CustomerCommand.ReturnTier;
import io.daybook.api.customer.CustomerEvent.CustomerRegistered;
import io.daybook.api.customer.CustomerEvent.TierChanged;
import io.daybook.api.customer.CustomerEvent.TierEarned;
import io.daybook.api.customer.CustomerEvent.TierLost;
import io.daybook.api.customer.CustomerEvent.TierReturned;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderId;
import io.daybook.command.RefusedWith;
import io.daybook.command.aggregate.AggregateCache;
import io.daybook.command.aggregate.Aggregates;
import java.math.BigDecimal;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class CustomerTest {

    private static final CustomerId ID = new CustomerId("17850");
    private static final RegisterCustomer REGISTER = new RegisterCustomer(ID, "Ann");
    private static final CustomerRegistered REGISTERED = new CustomerRegistered(ID, "Ann");
    private static final ChangeTier TO_VIP = new ChangeTier(ID, Tier.VIP, "loyal", "olga");
    private static final TierChanged VIP = new TierChanged(ID, Tier.VIP, "loyal", "olga");

    @Test
    void a_customer_is_registered_once() {
        given().whenSent(REGISTER).expectEvents(REGISTERED);
        given(REGISTERED).whenSent(REGISTER).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void a_customer_is_not_registered_under_two_names() {
        given(REGISTERED)
                .whenSent(new RegisterCustomer(ID, "Bob"))
                .expectException(new RefusedWith(Refusal.Code.CONFLICT));
    }

    @Test
    void a_customer_changes_tier_once() {
        given(REGISTERED).whenSent(TO_VIP).expectEvents(VIP);
        given(REGISTERED, VIP)
                .whenSent(TO_VIP)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_customer_starts_in_the_standard_tier() {
        given(REGISTERED).whenSent(policy("4525.86", 1)).expectNoEvents();
    }

    @Test
    void who_has_spent_enough_is_a_vip_and_who_has_not_is_none() {
        TierEarned earned = new TierEarned(ID, pounds("4525.87"), VIP_FROM, ORDER, 7);
        given(REGISTERED).whenSent(policy("4525.87", 7)).expectEvents(earned);
        given(REGISTERED, earned).whenSent(policy("5000", 8)).expectNoEvents();
        given(REGISTERED, earned)
                .whenSent(policy("4000", 8))
                .expectEvents(new TierLost(ID, pounds("4000"), VIP_FROM, ORDER, 8));
    }

    @Test
    void what_the_policy_says_late_changes_nothing() {
        given(REGISTERED, new TierLost(ID, pounds("4000"), VIP_FROM, ORDER, 8))
                .whenSent(policy("4525.87", 7))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_tier_that_staff_have_decided_stays_until_they_leave_it_to_the_policy() {
        ReturnTier back = new ReturnTier(ID, "spends enough by now", "olga");
        TierReturned returned = new TierReturned(ID, "spends enough by now", "olga");
        given(REGISTERED, VIP).whenSent(policy("10", 1)).expectNoEvents();
        given(REGISTERED, VIP).whenSent(back).expectEvents(returned);
        given(REGISTERED, VIP, returned).whenSent(back).expectNoEvents();
        given(REGISTERED, VIP, returned)
                .whenSent(policy("10", 1))
                .expectEvents(new TierLost(ID, pounds("10"), VIP_FROM, ORDER, 1));
    }

    @Test
    void staff_can_keep_a_customer_in_the_standard_tier() {
        given(REGISTERED)
                .whenSent(new ChangeTier(ID, Tier.STANDARD, "a reseller", "olga"))
                .expectEvents(new TierChanged(ID, Tier.STANDARD, "a reseller", "olga"));
    }

    private static final Money VIP_FROM = pounds("4525.87");
    private static final OrderId ORDER = new OrderId("order-1");

    private static Money pounds(String amount) {
        return Money.of(CurrencyUnit.GBP, new BigDecimal(amount));
    }

    private static ApplyTierPolicy policy(String spent, long changes) {
        return new ApplyTierPolicy(ID, pounds(spent), VIP_FROM, ORDER, changes);
    }

    @Test
    void nobody_unknown_changes_tier() {
        given().whenSent(TO_VIP).expectException(new RefusedWith(Refusal.Code.NOT_FOUND));
    }

    private interface When {
        ResultValidator<Customer> whenSent(Object command);
    }

    private static When given(Object... history) {
        AggregateTestFixture<Customer> fixture = new AggregateTestFixture<>(Customer.class);
        fixture.registerAnnotatedCommandHandler(new CustomerCommandHandler(new Aggregates<>(
                fixture.getRepository(),
                id -> history.length == 0 ? Optional.empty() : Optional.of(0L),
                new AggregateCache(1))));
        return command -> fixture.given(history).when(command);
    }
}

package io.daybook.command.customer;

import io.daybook.api.Refusal;
import io.daybook.api.customer.CustomerCommand.ChangeTier;
import io.daybook.api.customer.CustomerCommand.RegisterCustomer;
import io.daybook.api.customer.CustomerEvent.CustomerRegistered;
import io.daybook.api.customer.CustomerEvent.TierChanged;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.command.RefusedWith;
import io.daybook.command.aggregate.AggregateCache;
import io.daybook.command.aggregate.Aggregates;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
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
        given(REGISTERED)
                .whenSent(new ChangeTier(ID, Tier.STANDARD, "no reason", "olga"))
                .expectNoEvents();
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

package io.daybook.api.customer;

/** How a customer's orders are treated under load; decided by the server alone. */
public enum Tier {
    STANDARD,
    VIP
}

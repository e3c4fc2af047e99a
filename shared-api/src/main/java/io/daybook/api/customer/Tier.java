package io.daybook.api.customer;

/** How a customer's orders are treated under load; decided by the server alone. */
public enum Tier {
    STANDARD,
    VIP;

    /** Under this key the metadata of a message names the tier of the customer that it is about. */
    public static final String METADATA = "tier";
}

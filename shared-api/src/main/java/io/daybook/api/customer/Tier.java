package io.daybook.api.customer;

import org.axonframework.messaging.Message;

/** How a customer's orders are treated under load; decided by the server alone. */
public enum Tier {
    STANDARD,
    VIP;

    /** Under this key the metadata of a message names the tier of the order that it is about. */
    public static final String METADATA = "tier";

    /** The tier that the message names; standard is what is meant when it names none. */
    public static Tier of(Message<?> message) {
        return VIP.name().equals(message.getMetaData().get(METADATA)) ? VIP : STANDARD;
    }
}

package io.daybook.ui.processors;

import java.util.Map;
import java.util.Optional;

/** What event processors are for, and what it means to stop one. */
final class ProcessorText {

    private static final Map<String, String> PURPOSES = Map.ofEntries(
            Map.entry("fulfilment", "takes every order through its steps"),
            Map.entry("fulfilment-vip", "takes VIP customers' orders through their steps"),
            Map.entry("payment-gateway-vip", "carries VIP customers' payments to the provider, and its answers back"),
            Map.entry("payment-gateway", "carries payments to the provider, and its answers back"),
            Map.entry("catalogue", "keeps the view of products that the shop shows"),
            Map.entry("stock", "keeps the view of stock"),
            Map.entry("orders", "keeps the view of orders"),
            Map.entry("customers", "keeps the view of customers"),
            Map.entry("fulfilments", "keeps the view of orders on their way, by which deadlines are noticed"),
            Map.entry("tier-policy", "adds up what customers spend, and has their tier follow"),
            Map.entry("figures", "keeps the figures of the overview"));

    private static final Map<String, String> WARNINGS = Map.of(
            "fulfilment",
            "While it is stopped, orders are taken and none goes on. Those that wait longer than their deadline, a minute "
                    + "for the payment, are rejected once it runs again.",
            "payment-gateway",
            "While it is stopped, no payment is asked for, taken or given back. Orders that wait longer than their "
                    + "deadline, a minute, are rejected.",
            "fulfilments",
            "While it is stopped, nobody notices that an order waits for too long, or is stuck.");

    private ProcessorText() {}

    /** In words that go on after its name. */
    static String purpose(String processor) {
        return PURPOSES.getOrDefault(processor, "handles events");
    }

    /** What stopping it does beyond showing what was known; empty for most. */
    static Optional<String> warning(String processor) {
        return Optional.ofNullable(WARNINGS.get(processor.replace("-vip", "")));
    }
}

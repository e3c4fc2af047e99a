package io.daybook.ui.placement;

/**
 * A line of an order as a customer asks for it. Values are as sent: what is wrong with them is reported by {@link
 * InvalidOrder}, with the number of the line.
 *
 * @param sku      the product's code
 * @param quantity units, 1 to a million
 */
public record RequestedLine(String sku, int quantity) {}

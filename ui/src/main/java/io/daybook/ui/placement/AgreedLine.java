package io.daybook.ui.placement;

import org.joda.money.Money;

/**
 * A line of an order that staff place on a customer's behalf, at a price agreed with the customer.
 *
 * @param sku       the product's code
 * @param quantity  units, 1 to a million
 * @param unitPrice what one unit costs; may be zero
 */
public record AgreedLine(String sku, int quantity, Money unitPrice) {}

package io.daybook.api.catalog;

import org.joda.money.Money;

/** A product as the shop shows it. */
public record ProductView(
        Sku sku, String name, String description, String category, Money price, String picture, boolean onSale) {}

package io.daybook.api.inventory;

import io.daybook.api.catalog.Sku;

/** So many units of a product. */
public record LineQuantity(Sku sku, int quantity) {}

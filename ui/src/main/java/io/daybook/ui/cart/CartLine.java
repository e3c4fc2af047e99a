package io.daybook.ui.cart;

import io.daybook.api.catalog.Sku;

/** So many units of a product that somebody means to buy. */
public record CartLine(Sku sku, int quantity) {}

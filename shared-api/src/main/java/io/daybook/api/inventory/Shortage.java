package io.daybook.api.inventory;

import io.daybook.api.catalog.Sku;

/** A product of which there was not enough: asked for so many units when so many were available. */
public record Shortage(Sku sku, int requested, int available) {}

package io.daybook.api.inventory;

import io.daybook.api.inventory.StockQuery.StockView;
import java.util.List;

/**
 * What the stock itself says of products, all at one moment.
 *
 * @param stock each product once, by code; one that the warehouse never had counts nothing
 */
public record StockCount(List<StockView> stock) {}

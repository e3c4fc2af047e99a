package io.daybook.ui.inventory;

import io.daybook.api.catalog.CatalogQuery.FindProductsBySku;
import io.daybook.api.catalog.CatalogQuery.ProductList;
import io.daybook.api.catalog.ProductView;
import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.ListedStock;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStream;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.pages.Views;
import io.daybook.ui.shop.StockFeed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Keeps the pages of stock live: one stream a page, with an event for each product whose stock changes. */
final class StockLive {

    private final Views views;
    private final StockFeed feed;
    private final LiveStreams streams;
    private final Fragments fragments;
    private final InventorySettings settings;

    StockLive(Views views, StockFeed feed, LiveStreams streams, Fragments fragments, InventorySettings settings) {
        this.views = views;
        this.feed = feed;
        this.streams = streams;
        this.fragments = fragments;
        this.settings = settings;
    }

    SseEmitter rows(List<Sku> skus, String base) {
        return follow(skus, "staff/inventory", "cells", base);
    }

    SseEmitter level(Sku sku, String base) {
        return follow(List.of(sku), "staff/stock", "level", base);
    }

    private SseEmitter follow(List<Sku> skus, String template, String fragment, String base) {
        Map<Sku, ProductView> products = products(skus);
        LiveStream stream = streams.open();
        for (Sku sku : skus) {
            feed.followLevel(
                    sku,
                    stream,
                    level -> stream.offer(
                            "stock-" + sku,
                            () -> fragments.render(
                                    template,
                                    fragment,
                                    Map.of("row", row(sku, products.get(sku), level), "base", base))));
        }
        return stream.emitter();
    }

    private Map<Sku, ProductView> products(List<Sku> skus) {
        return views.ask(new FindProductsBySku(Set.copyOf(skus)), ProductList.class).products().stream()
                .collect(Collectors.toMap(ProductView::sku, Function.identity()));
    }

    private StockRow row(Sku sku, @Nullable ProductView product, StockLevel level) {
        ListedStock stock = new ListedStock(
                WarehouseId.MAIN,
                sku,
                product == null ? "" : product.name(),
                product != null && !product.onSale(),
                level);
        return StockRow.of(stock, settings.lowStock());
    }
}

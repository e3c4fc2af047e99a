package io.daybook.ui.cart;

import io.daybook.api.catalog.Sku;
import io.daybook.ui.pages.Prices;
import io.daybook.ui.shop.Catalogue;
import io.daybook.ui.shop.Product;
import io.daybook.ui.shop.StockHint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A cart with today's names, prices and stock.
 *
 * @param gone  codes of products that are no longer sold
 * @param total what it comes to in each currency
 * @param mixed whether that is more than one currency, which an order cannot be in
 */
public record CartView(String key, List<Line> lines, List<String> gone, String total, boolean mixed) {

    /** A line as it would be ordered now. */
    public record Line(Product product, int quantity, Availability availability) {

        public String total() {
            return Prices.text(product.unitPrice().multipliedBy(quantity));
        }
    }

    /** Whether what is wanted can be had. */
    public record Availability(int wanted, StockHint stock) {

        public boolean enough() {
            return wanted <= stock.available();
        }

        public boolean soldOut() {
            return stock.soldOut();
        }

        public String text() {
            if (enough()) {
                return stock.text();
            }
            return soldOut() ? "Sold out" : "Only %d available, you want %d".formatted(stock.available(), wanted);
        }

        public String kind() {
            return enough() ? stock.kind() : "short";
        }
    }

    public static CartView of(Cart cart, Catalogue catalogue) {
        Map<Sku, Product> products =
                catalogue.find(cart.lines().stream().map(CartLine::sku).toList());
        List<Line> lines = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (CartLine line : cart.lines()) {
            Product product = products.get(line.sku());
            if (product == null || !product.onSale()) {
                gone.add(line.sku().value());
            } else {
                Availability availability = new Availability(line.quantity(), product.stock());
                lines.add(new Line(product, line.quantity(), availability));
            }
        }
        Collection<Money> totals = totals(lines);
        String total = totals.stream().map(Prices::text).collect(Collectors.joining(" and "));
        return new CartView(cart.key(), lines, gone, total, totals.size() > 1);
    }

    private static Collection<Money> totals(List<Line> lines) {
        Map<CurrencyUnit, Money> totals = new LinkedHashMap<>();
        for (Line line : lines) {
            Money price = line.product().unitPrice();
            totals.merge(price.getCurrencyUnit(), price.multipliedBy(line.quantity()), Money::plus);
        }
        return totals.values();
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public int units() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    /** Whether every line can be had. */
    public boolean enough() {
        return lines.stream().allMatch(line -> line.availability().enough());
    }
}

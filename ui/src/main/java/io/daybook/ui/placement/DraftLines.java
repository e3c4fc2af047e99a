package io.daybook.ui.placement;

import io.daybook.api.InvalidValue;
import io.daybook.api.catalog.ProductView;
import io.daybook.api.catalog.Sku;
import io.daybook.api.order.OrderCommand;
import io.daybook.api.order.OrderLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The lines of an order as asked for, each product once: the quantities of lines that repeat it are added up. */
final class DraftLines {

    /**
     * A line as sent.
     *
     * @param price agreed for one unit; null for today's
     */
    record Asked(String sku, int quantity, @Nullable Money price) {}

    private record Line(int index, int quantity, @Nullable Money price) {}

    private final Map<Sku, Line> lines = new LinkedHashMap<>();

    private DraftLines() {}

    /** The lines, as far as they make sense; what does not is added to {@code errors}. */
    static DraftLines of(List<Asked> asked, List<BadField> errors) {
        DraftLines draft = new DraftLines();
        if (asked.isEmpty() || asked.size() > OrderCommand.MAX_LINES) {
            errors.add(new BadField(
                    "lines", "must have 1 to %d elements, has %d".formatted(OrderCommand.MAX_LINES, asked.size())));
            return draft;
        }
        for (int i = 0; i < asked.size(); i++) {
            draft.add(i, asked.get(i), errors);
        }
        return draft;
    }

    private void add(int index, Asked asked, List<BadField> errors) {
        int before = errors.size();
        Sku sku = null;
        try {
            sku = new Sku(asked.sku());
        } catch (InvalidValue invalid) {
            errors.add(bad(index, "sku", invalid.reason()));
        }
        if (asked.quantity() < 1 || asked.quantity() > OrderLine.MAX_QUANTITY) {
            errors.add(bad(
                    index,
                    "quantity",
                    "must be between 1 and %d, is %d".formatted(OrderLine.MAX_QUANTITY, asked.quantity())));
        }
        if (asked.price() != null && asked.price().isNegative()) {
            errors.add(bad(index, "unitPrice", "must not be negative"));
        }
        if (sku == null || errors.size() > before) {
            return;
        }
        Line same = lines.get(sku);
        if (same == null) {
            lines.put(sku, new Line(index, asked.quantity(), asked.price()));
        } else if (!Objects.equals(same.price(), asked.price())) {
            errors.add(bad(index, "unitPrice", "differs from that of the same product in lines[" + same.index() + "]"));
        } else if (same.quantity() + asked.quantity() > OrderLine.MAX_QUANTITY) {
            errors.add(bad(index, "quantity", "makes more than " + OrderLine.MAX_QUANTITY + " of this product in all"));
        } else {
            lines.put(sku, new Line(same.index(), same.quantity() + asked.quantity(), same.price()));
        }
    }

    private static BadField bad(int index, String field, String reason) {
        return new BadField("lines[%d].%s".formatted(index, field), reason);
    }

    Set<Sku> skus() {
        return lines.keySet();
    }

    /**
     * The lines as they are to be ordered, at the agreed or today's prices.
     *
     * @throws InvalidOrder naming each line whose product is unknown or no longer on sale
     */
    List<OrderLine> priced(Map<Sku, ProductView> products) {
        List<OrderLine> priced = new ArrayList<>(lines.size());
        List<BadField> errors = new ArrayList<>();
        lines.forEach((sku, line) -> {
            ProductView product = products.get(sku);
            if (product == null) {
                errors.add(bad(line.index(), "sku", sku + " is not a known product"));
            } else if (!product.onSale()) {
                errors.add(bad(line.index(), "sku", sku + " is no longer on sale"));
            } else {
                Money price = line.price() == null ? product.price() : line.price();
                priced.add(new OrderLine(sku, product.name(), line.quantity(), price));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidOrder(errors);
        }
        return priced;
    }

    /** Whether these are the lines that were ordered, whatever their price and name have become where none was agreed. */
    boolean sameAs(List<OrderLine> ordered) {
        return ordered.size() == lines.size()
                && ordered.stream().allMatch(line -> {
                    Line asked = lines.get(line.sku());
                    return asked != null
                            && asked.quantity() == line.quantity()
                            && (asked.price() == null || asked.price().equals(line.unitPrice()));
                });
    }
}

package io.daybook.ui.placement;

import io.daybook.api.InvalidValue;
import io.daybook.api.catalog.ProductView;
import io.daybook.api.catalog.Sku;
import io.daybook.api.order.OrderCommand;
import io.daybook.api.order.OrderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The lines of an order as asked for, in that order; a product may stand in several, as it does in real orders. */
final class DraftLines {

    /**
     * A line as sent.
     *
     * @param price agreed for one unit; null for today's
     */
    record Asked(String sku, int quantity, @Nullable Money price) {}

    private record Line(Sku sku, int quantity, @Nullable Money price) {}

    private final List<Line> lines = new ArrayList<>();

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
        if (sku != null && errors.size() == before) {
            lines.add(new Line(sku, asked.quantity(), asked.price()));
        }
    }

    private static BadField bad(int index, String field, String reason) {
        return new BadField("lines[%d].%s".formatted(index, field), reason);
    }

    Set<Sku> skus() {
        return lines.stream().map(Line::sku).collect(Collectors.toSet());
    }

    /**
     * The lines as they are to be ordered, at the agreed or today's prices.
     *
     * @throws InvalidOrder naming each line whose product is unknown or no longer on sale
     */
    List<OrderLine> priced(Map<Sku, ProductView> products) {
        List<OrderLine> priced = new ArrayList<>(lines.size());
        List<BadField> errors = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            ProductView product = products.get(line.sku());
            if (product == null) {
                errors.add(bad(i, "sku", line.sku() + " is not a known product"));
            } else if (!product.onSale()) {
                errors.add(bad(i, "sku", line.sku() + " is no longer on sale"));
            } else {
                Money price = line.price() == null ? product.price() : line.price();
                priced.add(new OrderLine(line.sku(), product.name(), line.quantity(), price));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidOrder(errors);
        }
        return priced;
    }

    /** Whether these are the lines that were ordered, whatever their price and name have become where none was agreed. */
    boolean sameAs(List<OrderLine> ordered) {
        if (ordered.size() != lines.size()) {
            return false;
        }
        for (int i = 0; i < ordered.size(); i++) {
            Line asked = lines.get(i);
            OrderLine line = ordered.get(i);
            if (!asked.sku().equals(line.sku())
                    || asked.quantity() != line.quantity()
                    || (asked.price() != null && !asked.price().equals(line.unitPrice()))) {
                return false;
            }
        }
        return true;
    }
}

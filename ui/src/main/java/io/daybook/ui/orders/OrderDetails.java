package io.daybook.ui.orders;

import io.daybook.api.catalog.Sku;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderLine;
import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderView;
import io.daybook.ui.pages.Prices;
import io.daybook.ui.pages.Times;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An order as its page shows it.
 *
 * @param summary what it comes to, in a sentence
 * @param kind    name of its style: {@code going}, {@code good}, {@code bad} or {@code over}
 * @param over    whether nothing will happen to it any more
 */
public record OrderDetails(
        String id,
        String state,
        String summary,
        String kind,
        Progress progress,
        List<Entry> timeline,
        List<Line> lines,
        String total,
        String cardLastFour,
        Address address,
        Times placedAt,
        List<Short> shortages,
        boolean over,
        boolean cancellable,
        boolean dispatchable,
        boolean rejected) {

    static boolean isOver(OrderState state) {
        return state.settled() && state != OrderState.CONFIRMED;
    }

    /** The beginning of its number, which is enough for people to tell their orders apart. */
    public String shortId() {
        return id.substring(0, Math.min(8, id.length()));
    }

    /** Something that happened. */
    public record Entry(Times at, String text, String note) {}

    /** A line as it was ordered. */
    public record Line(String sku, String name, int quantity, String unitPrice, String total) {}

    /** A product of which there was not enough. */
    public record Short(String name, int requested, int available) {}

    /** @param staff whether it is shown to staff, who also see what was noted for them: numbers, causes, who did it */
    public static OrderDetails of(OrderView order, boolean staff) {
        return new OrderDetails(
                order.orderId().value(),
                StateText.name(order.state()),
                StateText.summary(order),
                StateText.kind(order.state()),
                Progress.of(order),
                order.timeline().stream()
                        .map(entry -> new Entry(
                                Times.of(entry.at()),
                                TimelineText.of(entry.what()),
                                staff ? entry.note() : TimelineText.customersNote(entry)))
                        .toList(),
                order.lines().stream()
                        .map(line -> new Line(
                                line.sku().value(),
                                line.name(),
                                line.quantity(),
                                Prices.text(line.unitPrice()),
                                Prices.text(line.total())))
                        .toList(),
                Prices.text(order.total()),
                order.cardLastFour(),
                order.shippingAddress(),
                Times.of(order.placedAt()),
                shortages(order),
                isOver(order.state()),
                order.state() == OrderState.PLACED || order.state() == OrderState.CONFIRMED,
                order.state() == OrderState.CONFIRMED,
                order.state() == OrderState.REJECTED);
    }

    private static List<Short> shortages(OrderView order) {
        Map<Sku, OrderLine> lines =
                order.lines().stream().collect(Collectors.toMap(OrderLine::sku, Function.identity(), (a, b) -> a));
        return order.shortages().stream()
                .map(shortage -> {
                    OrderLine line = lines.get(shortage.sku());
                    String name = line == null ? shortage.sku().value() : line.name();
                    return new Short(name, shortage.requested(), shortage.available());
                })
                .toList();
    }
}

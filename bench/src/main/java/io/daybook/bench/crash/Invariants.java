package io.daybook.bench.crash;

import io.daybook.api.order.OrderEvent;
import io.daybook.api.order.OrderId;
import io.daybook.api.payment.PaymentId;
import io.daybook.bench.crash.Violation.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Holds the log against what was acknowledged, against itself and against the payment provider's books. */
final class Invariants {

    private final Story story;
    private final Acknowledgements acknowledged;
    private final ProviderBooks provider;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, Integer> dueByProduct = new HashMap<>();

    private Invariants(Story story, Acknowledgements acknowledged, ProviderBooks provider) {
        this.story = story;
        this.acknowledged = acknowledged;
        this.provider = provider;
        // What an order without an end holds may be right; that it has no end is found already.
        for (OrderStory order : story.orders().values()) {
            Map<String, Integer> due = order.settled() ? order.due() : order.reserved();
            due.forEach((sku, units) -> dueByProduct.merge(sku, units, Integer::sum));
        }
    }

    /**
     * Says what is wrong.
     *
     * @param finished whether every client has had an answer to each of its orders: then the log may hold no other
     */
    static List<Violation> check(Story story, Acknowledgements acknowledged, ProviderBooks provider, boolean finished) {
        Invariants invariants = new Invariants(story, acknowledged, provider);
        invariants.promises();
        if (finished) {
            invariants.keys();
        }
        story.orders().forEach(invariants::order);
        story.products().forEach(invariants::product);
        invariants.turns();
        invariants.provider();
        return invariants.violations;
    }

    private void promises() {
        violations.addAll(acknowledged.broken());
        story.unreadable()
                .forEach(entry -> violate(
                        Rule.EVENT_CAN_BE_READ, "event " + entry.position(), entry.type() + ": " + entry.problem()));
        for (String id : acknowledged.orders()) {
            OrderStory order = story.orders().get(id);
            if (order == null || order.placed() == null) {
                violate(Rule.ACKNOWLEDGED_ORDER_IS_IN_THE_LOG, id, "was acknowledged, and there is no OrderPlaced");
            }
        }
        for (String id : acknowledged.cancellations()) {
            OrderStory order = story.orders().get(id);
            if (order == null || !(order.cancelled() || order.rejected())) {
                violate(
                        Rule.ACKNOWLEDGED_CANCELLATION_IS_IN_THE_LOG,
                        id,
                        "its cancellation was acknowledged, and it is " + (order == null ? "unknown" : order.state()));
            }
        }
    }

    /** What lost its answer was sent again under its key until it had one; nobody else places orders. */
    private void keys() {
        Set<String> known = acknowledged.orders();
        story.orders().forEach((id, order) -> {
            if (order.placed() != null && !known.contains(id)) {
                violate(Rule.ONE_KEY_IS_ONE_ORDER, id, "was placed, and no key was answered with it");
            }
        });
    }

    private void order(String id, OrderStory order) {
        OrderEvent.OrderPlaced placed = order.placed();
        if (placed == null) {
            violate(Rule.ACKNOWLEDGED_ORDER_IS_IN_THE_LOG, id, "has events, and there is no OrderPlaced");
            return;
        }
        if (!order.repeated().isEmpty()) {
            violate(Rule.NOTHING_HAPPENS_TWICE, id, "has events more than once: " + order.repeated());
        }
        if (!order.settled()) {
            violate(Rule.ORDER_IS_SETTLED, id, "is " + order.state());
            return;
        }
        if (order.rejected() && (order.confirmed() || order.cancelled())) {
            violate(Rule.ORDER_ENDS_ONE_WAY, id, "was rejected, and confirmed or cancelled, too");
        }
        if (order.charged() && !order.stands()) {
            violate(
                    Rule.CHARGED_MEANS_CONFIRMED,
                    id,
                    "is " + order.state() + ", and " + order.captured() + " is taken");
        }
        if (order.stands() && !order.charged()) {
            violate(Rule.CONFIRMED_MEANS_CHARGED, id, "is " + order.state() + ", and no money is taken");
        }
        Money captured = order.captured();
        if (order.captures() > 1 || captured != null && !captured.isEqual(placed.total())) {
            violate(
                    Rule.CHARGED_ONCE_AND_THE_TOTAL,
                    id,
                    "costs %s; %s was taken %d times".formatted(placed.total(), captured, order.captures()));
        }
        if (order.held()) {
            violate(Rule.NO_MONEY_IS_HELD_FOR_NOTHING, id, "is " + order.state() + ", and its money is held still");
        }
        if (!order.reserved().equals(order.due())) {
            violate(
                    Rule.RESERVED_MEANS_CONFIRMED,
                    id,
                    "is %s; reserved for it %s, due to it %s".formatted(order.state(), order.reserved(), order.due()));
        }
    }

    private void product(String id, ProductStory product) {
        if (!product.firstNegative().isEmpty()) {
            violate(Rule.STOCK_IS_NEVER_BELOW_ZERO, id, product.firstNegative());
        }
        if (!product.firstWrong().isEmpty()) {
            violate(Rule.STOCK_LEVEL_IS_THE_SUM_OF_ITS_MOVEMENTS, id, product.firstWrong());
        }
        String sku = id.substring(id.indexOf(':') + 1);
        int due = dueByProduct.getOrDefault(sku, 0);
        if (product.reserved() != due) {
            violate(
                    Rule.RESERVED_MEANS_CONFIRMED,
                    id,
                    "%d units are reserved, confirmed orders have %d".formatted(product.reserved(), due));
        }
    }

    private void turns() {
        for (Turns.Overtaken order : story.turns().outOfTurn()) {
            violate(
                    Rule.TAKEN_UP_IN_TURN,
                    order.orderId(),
                    "was taken up after one that was placed %d %s orders later".formatted(order.by(), order.tier()));
        }
    }

    private void provider() {
        Set<String> known = new HashSet<>();
        story.orders().forEach((id, order) -> {
            OrderEvent.OrderPlaced placed = order.placed();
            String key = PaymentId.of(new OrderId(id)).value();
            known.add(key);
            if (placed != null && order.settled()) {
                agree(
                        key,
                        order,
                        placed.total().getAmount(),
                        provider.payments().get(key));
            }
        });
        provider.payments().forEach((key, payment) -> {
            if (!known.contains(key) && takenOrHeld(payment.status())) {
                violate(
                        Rule.PROVIDER_AGREES,
                        key,
                        "is " + payment.status() + " there, and the log knows no such order");
            }
        });
    }

    private void agree(String key, OrderStory order, BigDecimal total, ProviderBooks.@Nullable Payment payment) {
        String status = payment == null ? "unknown" : payment.status();
        if (order.stands() != status.equals("CAPTURED")) {
            violate(Rule.PROVIDER_AGREES, key, "is " + status + " there, and its order is " + order.state());
        } else if (takenOrHeld(status) && !order.stands()) {
            violate(
                    Rule.NO_MONEY_IS_HELD_FOR_NOTHING,
                    key,
                    "is " + status + " there, and its order is " + order.state());
        } else if (order.stands() && payment != null && !sameAmount(payment, total)) {
            violate(
                    Rule.PROVIDER_AGREES,
                    key,
                    "%s was taken there, and its order costs %s".formatted(payment.amount(), total));
        }
    }

    private static boolean sameAmount(ProviderBooks.Payment payment, BigDecimal total) {
        BigDecimal amount = payment.amount();
        return amount != null && amount.compareTo(total) == 0;
    }

    private static boolean takenOrHeld(String status) {
        return Set.of("AUTHORIZED", "CAPTURED", "CAPTURE_FAILED").contains(status);
    }

    private void violate(Rule rule, String subject, String evidence) {
        violations.add(new Violation(rule, subject, evidence));
    }
}

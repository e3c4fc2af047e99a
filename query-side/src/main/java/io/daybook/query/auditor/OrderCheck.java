package io.daybook.query.auditor;

import io.daybook.api.audit.DriftKind;
import io.daybook.api.audit.Finding.Difference;
import io.daybook.api.audit.FindingId;
import io.daybook.api.audit.OpenSagas;
import io.daybook.api.audit.OpenSagas.FindOpenSagas;
import io.daybook.api.audit.Remedy;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.ReservationEvent.StockReserved;
import io.daybook.api.inventory.ReservationId;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderEvent.StepSkipped;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderState;
import io.daybook.api.payment.PaymentId;
import io.daybook.query.auditor.EntryCheck.Outcome;
import io.daybook.query.auditor.PaymentByLog.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Whether what belongs to an order fits together: its state, its saga, its payment and its reservation. */
final class OrderCheck {

    static final String AREA = "sagas";

    private static final String MONEY = "money";
    private static final String GOODS = "goods";
    private static final long SETTLED = 1;
    /** There may be several instances, each of which knows of its own orders. */
    private static final int ASKED = 4;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Streams log;
    private final AuditedView<?, ?> orders;
    private final AuditedView<?, ?> fulfilments;
    private final FindingStore findings;
    private final Verified verified;
    private final PaymentCheck payments;
    private final Neighbours neighbours;
    private final Duration settle;
    private final Clock clock;

    /**
     * What the log says of one order.
     *
     * @param leftByHand whether its goods left without the stock, and so stay reserved
     */
    private record Facts(
            String id,
            List<Happened> events,
            @Nullable OrderState state,
            boolean free,
            @Nullable String step,
            PaymentByLog payment,
            boolean holdsGoods,
            boolean leftByHand) {
        /** Of its last event, or the given one where the log does not say. */
        long position(long unknown) {
            Happened last = events.get(events.size() - 1);
            return events.stream().allMatch(Happened::located) ? last.position() : unknown;
        }
    }

    OrderCheck(
            Streams log,
            AuditedView<?, ?> orders,
            AuditedView<?, ?> fulfilments,
            FindingStore findings,
            Verified verified,
            PaymentCheck payments,
            Neighbours neighbours,
            Duration settle,
            Clock clock) {
        this.log = log;
        this.orders = orders;
        this.fulfilments = fulfilments;
        this.findings = findings;
        this.verified = verified;
        this.payments = payments;
        this.neighbours = neighbours;
        this.settle = settle;
        this.clock = clock;
    }

    /**
     * @param anew whether also those are looked at that were settled and right before
     * @return those that could not be decided
     */
    List<String> look(Collection<String> ids, long round, boolean anew) throws InterruptedException {
        Instant rested = clock.instant().minus(settle);
        List<Facts> atRest = new ArrayList<>();
        Set<String> later = new LinkedHashSet<>();
        for (String id : ids) {
            if (!anew && verified.holds(AREA, id, SETTLED, round)) {
                continue;
            }
            Facts facts = readable(id);
            if (facts == null || facts.events().isEmpty()) {
                continue;
            }
            if (facts.events().stream().allMatch(each -> each.at().isBefore(rested))) {
                atRest.add(facts);
            } else {
                later.add(id);
            }
        }
        if (atRest.isEmpty()) {
            return List.copyOf(later);
        }
        for (Facts each : atRest) {
            boolean right = checkMoney(each) & checkGoods(each);
            String key = PaymentId.of(new OrderId(each.id())).value();
            Outcome there = each.payment().standing() == Standing.NONE || payments.seen(key, round)
                    ? Outcome.RIGHT
                    : payments.lookClosely(key);
            if (there == Outcome.LATER) {
                later.add(each.id());
            }
            if (right && there == Outcome.RIGHT && each.step() == null) {
                verified.put(AREA, each.id(), SETTLED, round);
            }
        }
        later.addAll(checkSagas(atRest));
        later.forEach(id -> verified.forget(AREA, id));
        return List.copyOf(later);
    }

    private @Nullable Facts readable(String id) {
        try {
            return facts(id);
        } catch (UnfitEvent unfit) {
            return null;
        }
    }

    private Facts facts(String id) {
        OrderId order = new OrderId(id);
        List<List<Happened>> streams =
                orders.streams(id).stream().map(log::readOnce).toList();
        Document seen = orders.deriveQuickly(id, log);
        Document waits = fulfilments.deriveQuickly(id, log);
        List<Happened> reservation = log.readOnce(ReservationId.of(order).value());
        boolean free = log.readOnce(id).stream()
                .anyMatch(each -> each.event() instanceof OrderPlaced placed
                        && placed.total().isZero());
        return new Facts(
                id,
                Streams.merged(streams),
                seen == null ? null : OrderState.valueOf(seen.getString("state")),
                free,
                waits == null ? null : waits.getString("step"),
                PaymentByLog.of(log.readOnce(PaymentId.of(order).value())),
                !reservation.isEmpty()
                        && reservation.get(reservation.size() - 1).event() instanceof StockReserved,
                log.readOnce(id).stream()
                        .anyMatch(each ->
                                each.event() instanceof StepSkipped skipped && skipped.step() == Step.DISPATCH));
    }

    private boolean checkMoney(Facts facts) {
        FindingId id = FindingId.of(MONEY, facts.id());
        Standing standing = facts.payment().standing();
        boolean open = facts.step() != null;
        boolean stands = facts.state() == OrderState.CONFIRMED || facts.state() == OrderState.DISPATCHED;
        if (!open && !stands && standing.hasMoney()) {
            found(
                    id,
                    DriftKind.MONEY_WITHOUT_ORDER,
                    facts,
                    "payment",
                    "not " + standing,
                    standing.name(),
                    "The money is %s, and the order is %s."
                            .formatted(standing, facts.state() == null ? "not there" : facts.state()),
                    List.of(Remedy.GIVE_BACK));
            return false;
        }
        if (stands && !facts.free() && standing != Standing.CAPTURED && standing != Standing.UNDER_WAY) {
            found(
                    id,
                    DriftKind.ORDER_WITHOUT_MONEY,
                    facts,
                    "payment",
                    "CAPTURED",
                    standing.name(),
                    "The order is %s, and its payment is %s.".formatted(facts.state(), standing),
                    standing == Standing.AUTHORIZED ? List.of(Remedy.CAPTURE_AGAIN) : List.of());
            return false;
        }
        findings.fine(id);
        return true;
    }

    /** Goods are held for orders that are on their way or confirmed, until they are dispatched. */
    private boolean checkGoods(Facts facts) {
        FindingId id = FindingId.of(GOODS, facts.id());
        boolean confirmed = facts.state() == OrderState.CONFIRMED && facts.step() == null;
        if (facts.step() == null && !facts.leftByHand() && facts.holdsGoods() != confirmed) {
            found(
                    id,
                    DriftKind.RESERVATION_WRONG,
                    facts,
                    "goods",
                    confirmed ? "reserved" : "not reserved",
                    facts.holdsGoods() ? "reserved" : "not reserved",
                    "The order is %s, and its goods are %s."
                            .formatted(facts.state(), facts.holdsGoods() ? "still reserved" : "not reserved"),
                    List.of());
            return false;
        }
        findings.fine(id);
        return true;
    }

    private void found(
            FindingId id,
            DriftKind kind,
            Facts facts,
            String field,
            String right,
            String there,
            String note,
            List<Remedy> remedies) {
        findings.found(
                id,
                kind,
                id.value().substring(0, id.value().indexOf(':')),
                facts.id(),
                note,
                List.of(new Difference(field, right, there)),
                facts.events(),
                remedies);
    }

    /** @return those that could not be decided */
    private Set<String> checkSagas(List<Facts> atRest) throws InterruptedException {
        // Where the log does not say at which position events stand, they are not behind where it ends now.
        long head = log.head();
        Set<String> later = new LinkedHashSet<>();
        Map<String, Facts> asked = new LinkedHashMap<>();
        atRest.forEach(each -> asked.put(each.id(), each));
        for (int times = 0; times < ASKED && !asked.isEmpty(); times++) {
            if (times > 0) {
                neighbours.rest(PAUSE);
            }
            OpenSagas sagas = sagasOf(asked.keySet());
            if (sagas == null) {
                break;
            }
            decide(sagas, asked, head, later);
        }
        // Those that are settled can wait for the next round.
        asked.keySet().forEach(id -> verified.forget(AREA, id));
        asked.values().stream().filter(each -> each.step() != null).forEach(each -> later.add(each.id()));
        return later;
    }

    /** Of some the instance that has answered cannot tell, or not yet. */
    private void decide(OpenSagas sagas, Map<String, Facts> asked, long head, Set<String> later) {
        Map<String, String> open = sagas.sagas().stream()
                .collect(Collectors.toMap(
                        each -> each.order().value(), each -> each.awaiting().name(), (one, other) -> one));
        for (OrderId order : sagas.known()) {
            Facts facts = asked.get(order.value());
            if (facts == null) {
                continue;
            }
            FindingId id = FindingId.of(AREA, facts.id());
            String awaiting = open.get(facts.id());
            if (Objects.equals(awaiting, facts.step())) {
                findings.fine(id);
                asked.remove(facts.id());
            } else if (sagas.reached() >= facts.position(head)) {
                asked.remove(facts.id());
                if (grown(facts)) {
                    later.add(facts.id());
                } else {
                    wrongSaga(id, facts, awaiting);
                }
            }
        }
    }

    private boolean grown(Facts facts) {
        return orders.streams(facts.id()).stream().mapToLong(log::length).sum()
                != facts.events().size();
    }

    private @Nullable OpenSagas sagasOf(Set<String> ids) throws InterruptedException {
        return neighbours.ask(
                new FindOpenSagas(ids.stream().map(OrderId::new).collect(Collectors.toSet())), OpenSagas.class);
    }

    private void wrongSaga(FindingId id, Facts facts, @Nullable String awaiting) {
        verified.forget(AREA, facts.id());
        DriftKind kind = awaiting == null
                ? DriftKind.SAGA_MISSING
                : facts.step() == null ? DriftKind.SAGA_LEFT_OVER : DriftKind.SAGA_BEHIND;
        String note = switch (kind) {
            case SAGA_MISSING -> "The order waits for %s, and no saga is open for it.".formatted(facts.step());
            case SAGA_LEFT_OVER -> "The order is settled, and a saga still waits for %s.".formatted(awaiting);
            default -> "The order waits for %s by the log, and its saga for %s.".formatted(facts.step(), awaiting);
        };
        findings.found(
                id,
                kind,
                AREA,
                facts.id(),
                note,
                List.of(new Difference("awaiting", facts.step(), awaiting)),
                facts.events(),
                kind == DriftKind.SAGA_BEHIND ? List.of(Remedy.RETRY_FULFILMENT) : List.of());
    }
}

package io.daybook.query.auditor;

import io.daybook.api.audit.DriftKind;
import io.daybook.api.audit.Finding.Difference;
import io.daybook.api.audit.FindingId;
import io.daybook.api.inventory.ReservationEvent.StockReserved;
import io.daybook.api.inventory.ReservationId;
import io.daybook.api.inventory.StockEvent;
import io.daybook.api.inventory.StockEvent.StockAdjusted;
import io.daybook.api.inventory.StockEvent.StockReceived;
import io.daybook.api.inventory.StockEvent.UnitsDispatched;
import io.daybook.api.inventory.StockEvent.UnitsReleased;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.order.OrderId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the stock of a product adds up, from the log alone: its level is the sum of its movements and never below nothing,
 * and what is reserved of it is what orders hold. What was added up before is remembered.
 */
final class LevelCheck {

    static final String AREA = "levels";
    /** What is said about one order's share of a product, named by both: {@code MAIN:85123A:order}. */
    static final String HOLDS = "holds";

    private static final int REMEMBERED = 5_000;
    /** Orders of which it is asked in one look whether they hold what they are said to. */
    private static final int HOLDERS = 20;

    private final Streams log;
    private final FindingStore findings;
    private final Map<String, Sum> sums = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sum> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The movements of a product added up. */
    private static final class Sum {
        private long read;
        private int onHand;
        private int reserved;
        private StockLevel last = StockLevel.NONE;
        private String wrong = "";
        private final Map<OrderId, Integer> held = new HashMap<>();
        private final Map<OrderId, Integer> unasked = new LinkedHashMap<>();

        void add(StockEvent event) {
            if (event instanceof StockReceived received) {
                onHand += received.quantity();
            } else if (event instanceof StockAdjusted adjusted) {
                onHand += adjusted.quantity();
            } else if (event instanceof UnitsReserved units) {
                hold(units.orderId(), units.quantity());
            } else if (event instanceof UnitsReleased units) {
                hold(units.orderId(), -units.quantity());
            } else if (event instanceof UnitsDispatched units) {
                onHand -= units.quantity();
                hold(units.orderId(), -units.quantity());
            }
            last = event.level();
            read++;
            if (wrong.isEmpty() && (onHand < 0 || reserved < 0 || reserved > onHand)) {
                wrong = "after movement %d there were %d units, %d of them reserved"
                        .formatted(read - 1, onHand, reserved);
            }
        }

        private void hold(OrderId order, int units) {
            reserved += units;
            int now = held.merge(order, units, Integer::sum);
            if (now == 0) {
                held.remove(order);
                unasked.remove(order);
            } else {
                unasked.put(order, now);
            }
        }
    }

    LevelCheck(Streams log, FindingStore findings) {
        this.log = log;
        this.findings = findings;
    }

    /** @return those that could not be decided */
    List<String> look(Collection<String> stocks) {
        List<String> later = new ArrayList<>();
        for (String stock : stocks) {
            try {
                if (!look(stock)) {
                    later.add(stock);
                }
            } catch (UnfitEvent unfit) {
                // Without that movement nobody can add them up; those of the others can be.
                continue;
            }
        }
        return later;
    }

    /** @return whether it could be decided */
    private boolean look(String stock) {
        Sum sum = sums.computeIfAbsent(stock, each -> new Sum());
        log.read(stock, sum.read).forEach(each -> {
            if (each.event() instanceof StockEvent event) {
                sum.add(event);
            }
        });
        boolean adds = sum.wrong.isEmpty() && sum.last.onHand() == sum.onHand && sum.last.reserved() == sum.reserved;
        if (adds) {
            findings.fine(FindingId.of(AREA, stock));
        } else {
            wrongLevel(stock, sum);
        }
        return askHolders(stock, sum);
    }

    private void wrongLevel(String stock, Sum sum) {
        findings.found(
                FindingId.of(AREA, stock),
                DriftKind.LEVEL_WRONG,
                AREA,
                stock,
                "The movements of %s do not add up to its level%s."
                        .formatted(stock, sum.wrong.isEmpty() ? "" : ": " + sum.wrong),
                List.of(
                        new Difference("onHand", String.valueOf(sum.onHand), String.valueOf(sum.last.onHand())),
                        new Difference("reserved", String.valueOf(sum.reserved), String.valueOf(sum.last.reserved()))),
                log.read(stock, Math.max(0, sum.read - 20)),
                List.of());
        // Movements stay as they are: told once, it is not added up again and again.
    }

    /** Reservations are written together with the movements that they are made of, so both are there or none. */
    private boolean askHolders(String stock, Sum sum) {
        for (int asked = 0; asked < HOLDERS && !sum.unasked.isEmpty(); asked++) {
            Map.Entry<OrderId, Integer> next = sum.unasked.entrySet().iterator().next();
            OrderId order = next.getKey();
            sum.unasked.remove(order);
            if (sum.held.containsKey(order)) {
                try {
                    ask(stock, order, next.getValue());
                } catch (UnfitEvent unfit) {
                    // Its reservation cannot be read; those of the others can be.
                    continue;
                }
            }
        }
        return sum.unasked.isEmpty();
    }

    private void ask(String stock, OrderId order, int held) {
        List<Happened> reservation = log.read(ReservationId.of(order).value(), 0);
        int promised = promised(stock, reservation);
        if (promised == held) {
            findings.fine(holds(stock, order));
        } else {
            compare(stock, order, promised, reservation);
        }
    }

    /** One order's share of a product, from the log alone, with nothing that was remembered. */
    void lookAtHold(String hold) {
        try {
            lookCloselyAtHold(hold);
        } catch (UnfitEvent unfit) {
            // Nobody can tell.
            return;
        }
    }

    private void lookCloselyAtHold(String hold) {
        int end = hold.lastIndexOf(':');
        String stock = hold.substring(0, end);
        OrderId order = new OrderId(hold.substring(end + 1));
        List<Happened> reservation = log.read(ReservationId.of(order).value(), 0);
        compare(stock, order, promised(stock, reservation), reservation);
    }

    private void compare(String stock, OrderId order, int promised, List<Happened> reservation) {
        FindingId id = holds(stock, order);
        int held = units(stock, order);
        if (promised == held) {
            findings.fine(id);
        } else if (log.length(ReservationId.of(order).value()) == reservation.size()) {
            findings.found(
                    id,
                    DriftKind.RESERVATION_WRONG,
                    HOLDS,
                    stock + ":" + order,
                    "Of %s, %d units are reserved for the order %s, and its reservation says %d."
                            .formatted(stock, held, order, promised),
                    List.of(new Difference("reserved", String.valueOf(promised), String.valueOf(held))),
                    reservation,
                    List.of());
        }
    }

    private static FindingId holds(String stock, OrderId order) {
        return FindingId.of(HOLDS, stock + ":" + order);
    }

    private static int promised(String stock, List<Happened> reservation) {
        if (!reservation.isEmpty()
                && reservation.get(reservation.size() - 1).event() instanceof StockReserved reserved) {
            return reserved.lines().stream()
                    .filter(line -> stock.equals(reserved.warehouse() + ":" + line.sku()))
                    .mapToInt(line -> line.quantity())
                    .sum();
        }
        return 0;
    }

    /** Counted again, because it may have been released since its movements were read. */
    private int units(String stock, OrderId order) {
        return log.read(stock, 0).stream()
                .mapToInt(each -> units(each.event(), order))
                .sum();
    }

    private static int units(Object event, OrderId order) {
        if (event instanceof UnitsReserved units && units.orderId().equals(order)) {
            return units.quantity();
        } else if (event instanceof UnitsReleased units && units.orderId().equals(order)) {
            return -units.quantity();
        } else if (event instanceof UnitsDispatched units && units.orderId().equals(order)) {
            return -units.quantity();
        }
        return 0;
    }
}

package io.daybook.query.auditor;

import io.daybook.api.inventory.StockEvent;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.payment.PaymentEvent;
import io.daybook.api.payment.PaymentId;
import io.daybook.query.auditor.LogPages.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Goes along the log and has all looked at that its events name: what is missing is found here, since no walk along a view
 * meets it. Each thing is looked at where its story begins, once a round; what happens now is looked at as soon as it has
 * come to rest.
 */
final class LogWalk implements Step {

    static final String NAME = "log";

    /** A walk behind what happens now that is further behind than this leaves it to the rounds. */
    private static final long TOO_FAR = 5_000;

    private final LogPages pages;
    private final List<AuditedView<?, ?>> views;
    private final EntryCheck entries;
    private final OrderCheck orders;
    private final LevelCheck levels;
    private final Suspects suspects;
    private final Walks walks;
    private final AuditorSettings settings;
    private final Clock clock;
    private long fresh = -1;
    private long round = -1;
    private long end;
    private long rounds;
    private boolean whole;
    private Instant begun = Instant.EPOCH;

    LogWalk(
            LogPages pages,
            List<AuditedView<?, ?>> views,
            EntryCheck entries,
            OrderCheck orders,
            LevelCheck levels,
            Suspects suspects,
            Walks walks,
            AuditorSettings settings,
            Clock clock) {
        this.pages = pages;
        this.views = views;
        this.entries = entries;
        this.orders = orders;
        this.levels = levels;
        this.suspects = suspects;
        this.walks = walks;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean take() throws InterruptedException {
        boolean more = follow();
        return goRound() || more;
    }

    /** What happens now. */
    private boolean follow() throws InterruptedException {
        long head = pages.head();
        if (fresh < 0 || head - fresh > TOO_FAR) {
            fresh = Math.max(pages.tail(), head - (fresh < 0 ? 0 : TOO_FAR / 5));
        }
        if (fresh >= head) {
            return false;
        }
        Instant rested = clock.instant().minus(settings.settle());
        Page page =
                pages.after(fresh, settings.events() / 4, event -> event.at().isBefore(rested), event -> true);
        fresh = page.position();
        look(page.events(), rounds, true);
        return !page.events().isEmpty();
    }

    /** All, from the first on; after a start the newest first. */
    private boolean goRound() throws InterruptedException {
        Instant now = clock.instant();
        if (round < 0) {
            if (now.isBefore(begun.plus(settings.round()))) {
                return false;
            }
            end = pages.head();
            long tail = pages.tail();
            round = rounds == 0 ? Math.max(tail, end - settings.recent()) : tail;
            whole = round == tail;
            rounds++;
            begun = now;
            walks.begin(NAME, now);
        }
        int wanted = settings.batch();
        List<Happened> starts = new ArrayList<>();
        Page page = pages.after(
                round,
                settings.events(),
                event -> starts.size() < wanted,
                event -> event.sequence() == 0 && starts.add(event));
        round = page.position();
        look(page.events(), rounds, false);
        walks.looked(NAME, page.events().size(), now);
        if (page.ended() || round >= end) {
            round = -1;
            walks.end(NAME, whole, clock.instant());
        }
        return true;
    }

    private void look(List<Happened> events, long number, boolean anew) throws InterruptedException {
        Map<AuditedView<?, ?>, Set<String>> named = new LinkedHashMap<>();
        Set<String> placed = new LinkedHashSet<>();
        Set<String> stocked = new LinkedHashSet<>();
        for (Happened each : events) {
            try {
                for (AuditedView<?, ?> view : views) {
                    if (view.concerns(each.event().getClass())) {
                        named.computeIfAbsent(view, key -> new LinkedHashSet<>())
                                .add(view.idOf(each));
                    }
                }
            } catch (UnfitEvent unfit) {
                continue;
            }
            if (each.event() instanceof OrderPlaced order) {
                placed.add(order.orderId().value());
            } else if (each.event() instanceof PaymentEvent payment
                    && payment.paymentId().equals(PaymentId.of(payment.orderId()))) {
                placed.add(payment.orderId().value());
            } else if (each.event() instanceof StockEvent) {
                stocked.add(each.stream());
            }
        }
        for (Map.Entry<AuditedView<?, ?>, Set<String>> each : named.entrySet()) {
            String view = each.getKey().name();
            for (String id : entries.look(each.getKey(), each.getValue(), number)) {
                suspects.add(view, id);
            }
        }
        orders.look(placed, number, anew).forEach(id -> suspects.add(OrderCheck.AREA, id));
        levels.look(stocked).forEach(id -> suspects.add(LevelCheck.AREA, id));
    }
}

package io.daybook.query.auditor;

import io.daybook.api.audit.Finding;
import io.daybook.api.audit.FindingId;
import io.daybook.query.auditor.EntryCheck.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks closely at single things, whatever they are. */
final class Look {

    private static final Set<String> OF_ORDERS = Set.of(OrderCheck.AREA, "money", "goods");

    private final Map<String, AuditedView<?, ?>> views;
    private final EntryCheck entries;
    private final OrderCheck orders;
    private final PaymentCheck payments;
    private final LevelCheck levels;
    private final FindingStore findings;

    Look(
            Map<String, AuditedView<?, ?>> views,
            EntryCheck entries,
            OrderCheck orders,
            PaymentCheck payments,
            LevelCheck levels,
            FindingStore findings) {
        this.views = views;
        this.entries = entries;
        this.orders = orders;
        this.payments = payments;
        this.levels = levels;
        this.findings = findings;
    }

    /** @return those that can still not be decided */
    List<String> again(String area, List<String> ids) throws InterruptedException {
        if (OF_ORDERS.contains(area)) {
            return orders.look(ids, 0, true);
        } else if (area.equals(LevelCheck.AREA)) {
            return levels.look(ids);
        } else if (area.equals(LevelCheck.HOLDS)) {
            ids.forEach(levels::lookAtHold);
            return List.of();
        }
        List<String> later = new ArrayList<>();
        AuditedView<?, ?> view = views.get(area);
        for (String id : ids) {
            Outcome outcome;
            if (view != null) {
                outcome = entries.lookClosely(view, id);
            } else {
                outcome = area.equals(PaymentCheck.AREA) ? payments.lookClosely(id) : Outcome.RIGHT;
            }
            if (outcome == Outcome.LATER) {
                later.add(id);
                if (view != null) {
                    // The view is behind: the others would wait as long.
                    later.addAll(ids.subList(ids.indexOf(id) + 1, ids.size()));
                    break;
                }
            }
        }
        return later;
    }

    /** Whether something is still as it was found. */
    void atFinding(String id) throws InterruptedException {
        Finding finding = findings.find(new FindingId(id));
        if (finding != null) {
            again(finding.area(), List.of(finding.about()));
        }
    }
}

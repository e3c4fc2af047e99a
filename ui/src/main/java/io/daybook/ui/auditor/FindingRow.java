package io.daybook.ui.auditor;

import io.daybook.api.audit.DriftKind;
import io.daybook.api.audit.Finding;
import io.daybook.api.audit.FindingState;
import io.daybook.api.audit.Remedy;
import io.daybook.ui.pages.Times;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A finding, for people. */
public record FindingRow(
        String id,
        String anchor,
        String kind,
        String note,
        boolean open,
        String state,
        Times since,
        Times looked,
        List<Side> sides,
        List<Event> events,
        List<Choice> remedies,
        @Nullable String trouble) {

    public record Side(String field, String log, String there) {}

    public record Event(String stream, long sequence, String name, String id, Times at) {}

    public record Choice(Remedy remedy, String text) {}

    private static final String NONE = "–";

    static FindingRow of(Finding finding) {
        return new FindingRow(
                finding.id().value(),
                "finding-" + finding.id().value().replaceAll("[^A-Za-z0-9-]", "-"),
                kind(finding.kind()),
                finding.note(),
                finding.state() == FindingState.OPEN,
                switch (finding.state()) {
                    case OPEN -> "open";
                    case REPAIRED -> "repaired";
                    case GONE -> "gone by itself";
                },
                Times.of(finding.since()),
                Times.of(finding.looked()),
                finding.differences().stream()
                        .map(each -> new Side(
                                each.field(),
                                Objects.requireNonNullElse(each.log(), NONE),
                                Objects.requireNonNullElse(each.there(), NONE)))
                        .toList(),
                finding.evidence().stream()
                        .map(each -> new Event(
                                each.stream(), each.sequence(), each.event(), each.eventId(), Times.of(each.at())))
                        .toList(),
                finding.remedies().stream()
                        .map(each -> new Choice(each, text(each, finding.kind())))
                        .toList(),
                finding.trouble());
    }

    private static String text(Remedy remedy, DriftKind kind) {
        return switch (remedy) {
            case REBUILD_ENTRY -> kind == DriftKind.ENTRY_UNKNOWN ? "Take the entry out" : "Make the entry anew";
            case CAPTURE_AGAIN -> "Take the money again";
            case GIVE_BACK -> "Give the money back";
            case RETRY_FULFILMENT -> "Try the step again";
        };
    }

    private static String kind(DriftKind kind) {
        return switch (kind) {
            case ENTRY_CORRUPT -> "Entry differs";
            case ENTRY_MISSING -> "Entry missing";
            case ENTRY_UNKNOWN -> "Entry of nothing";
            case SAGA_MISSING -> "Saga missing";
            case SAGA_LEFT_OVER -> "Saga left over";
            case SAGA_BEHIND -> "Saga behind";
            case PAYMENT_MISSING -> "Payment missing at the provider";
            case PAYMENT_UNKNOWN -> "Payment of nothing";
            case PAYMENT_AMOUNT -> "Another amount";
            case PAYMENT_STATE -> "Payment stands otherwise";
            case MONEY_WITHOUT_ORDER -> "Money without an order";
            case ORDER_WITHOUT_MONEY -> "Order without its money";
            case LEVEL_WRONG -> "Stock does not add up";
            case RESERVATION_WRONG -> "Reservation wrong";
        };
    }
}

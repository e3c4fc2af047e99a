package io.daybook.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether exactly what there was has been sold; also the shape of the JSON report.
 *
 * @param sold       units promised to orders and not taken back, from the stock's own movements
 * @param left       units that could still be sold
 * @param violations what is not as it must be; empty when all is well
 */
record HotResult(
        String sku,
        int stock,
        int offered,
        long confirmed,
        long sold,
        int left,
        double seconds,
        Map<String, Long> refused,
        Map<String, Long> failed,
        List<String> violations) {

    static HotResult of(String sku, int stock, int offered, HotRun.Offered run, HotLedger ledger) {
        long sold = ledger.moved("UnitsReserved") - ledger.moved("UnitsReleased");
        int left = ledger.onHand() - ledger.reserved();
        int expected = Math.min(stock, offered);
        Tally tally = run.tally();
        List<String> violations = new ArrayList<>();
        check(violations, sold == expected, "%d units are promised, %d should be", sold, expected);
        check(violations, ledger.reserved() == sold, "%d are reserved, movements say %d", ledger.reserved(), sold);
        check(violations, left == stock - expected, "%d units are left, %d should be", left, stock - expected);
        check(
                violations,
                tally.confirmed() == expected,
                "%d orders were confirmed, %d should be",
                tally.confirmed(),
                expected);
        check(
                violations,
                ledger.lowestAvailable() >= 0,
                "%d units were available at one time",
                ledger.lowestAvailable());
        check(violations, tally.unsettled() == 0, "%d orders did not settle", tally.unsettled());
        check(violations, tally.failed().isEmpty(), "orders failed: %s", tally.failed());
        return new HotResult(
                sku,
                stock,
                offered,
                tally.confirmed(),
                sold,
                left,
                run.seconds(),
                tally.refused(),
                tally.failed(),
                violations);
    }

    private static void check(List<String> violations, boolean holds, String otherwise, Object... values) {
        if (!holds) {
            violations.add(String.format(Locale.ROOT, otherwise, values));
        }
    }

    String text() {
        StringBuilder text = new StringBuilder(200);
        text.append(String.format(
                Locale.ROOT,
                "%,d orders for %,d units of %s in %.1f s (%,.0f/s): %,d confirmed, %,d units promised, %,d left%n",
                offered,
                stock,
                sku,
                seconds,
                offered / seconds,
                confirmed,
                sold,
                left));
        LoadText.causes(text, "refused", refused);
        LoadText.causes(text, "failed", failed);
        violations.forEach(
                violation -> text.append("VIOLATED: ").append(violation).append('\n'));
        text.append(violations.isEmpty() ? "Exactly what there was has been sold.\n" : "");
        return text.toString();
    }
}

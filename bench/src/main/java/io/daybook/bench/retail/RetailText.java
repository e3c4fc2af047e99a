package io.daybook.bench.retail;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A replay's report for people. */
final class RetailText {

    private static final int SHOWN = 20;

    private final StringBuilder text = new StringBuilder(4_000);

    private RetailText() {}

    static String of(RetailReport report) {
        RetailText text = new RetailText();
        text.file(report);
        text.orders(report);
        text.tiers(report.tiers());
        text.countries(report);
        text.verdict(report);
        return text.text.toString();
    }

    /** What was read, for those who want to know before anything is placed. */
    static String ofFile(Sales sales) {
        RetailText text = new RetailText();
        RetailReport.Figures offered = RetailReport.Figures.of(sales.orders());
        text.line(
                "%,d rows; %,d products, %,d customers",
                sales.rows(), sales.products().size(), sales.customers().size());
        text.figures("in the file", offered);
        text.noOrders(sales.excluded(), sales.unreadable(), sales.unreadable().size(), sales.contradictions());
        return text.text.toString();
    }

    private void file(RetailReport report) {
        line(
                "%s: %,d rows, %,d products, %,d customers",
                report.file(), report.rows(), report.products(), report.customers());
        noOrders(
                report.rowsThatAreNoOrders(),
                report.unreadable(),
                report.rowsUnreadable(),
                report.rowsContradictingTheirOrder());
    }

    private void noOrders(
            Map<String, Integer> excluded, List<UnreadableRow> unreadable, int unreadableRows, int contradictions) {
        line("Rows that are no lines of orders:");
        excluded.forEach((reason, count) -> line("  %-36s %,9d", reason, count));
        line("  %-36s %,9d", "unreadable", unreadableRows);
        unreadable.stream().limit(SHOWN).forEach(row -> line("    line %d: %s", row.line(), row.reason()));
        if (unreadableRows > SHOWN) {
            line("    and %,d more", unreadableRows - SHOWN);
        }
        if (contradictions > 0) {
            line("Rows that name another customer or country than their order's first row: %,d", contradictions);
        }
    }

    private void orders(RetailReport report) {
        line(
                "Stock: %s times what the file asks for, rounded down.",
                report.stockFactor().toPlainString());
        figures("in the file", report.offered());
        figures("confirmed", report.confirmed());
        report.refused().forEach((cause, count) -> line("Refused: %,d × %s", count, cause));
        line("%,.1f s, %,.0f orders/s", report.seconds(), report.ordersPerSecond());
    }

    private void tiers(Tiers tiers) {
        line("VIPs: %,d, and %,d customers have spent £%,.2f or more", tiers.vips(), tiers.counted(), tiers.vipFrom());
        tiers.waits()
                .forEach((tier, wait) -> line(
                        "  %-9s %,7d orders settled, half of them within %,d ms, 99 of 100 within %,d ms",
                        tier, wait.orders(), wait.p50(), wait.p99()));
    }

    private void figures(String what, RetailReport.Figures figures) {
        line(
                "%-12s %,d orders (%,d of guests), %,d rows in %,d lines, %,d units, £%,.2f",
                what,
                figures.orders(),
                figures.guestOrders(),
                figures.rows(),
                figures.lines(),
                figures.units(),
                figures.revenue());
    }

    private void countries(RetailReport report) {
        line("Revenue by country, confirmed of what is in the file:");
        report.offered().revenueByCountry().entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder()))
                .forEach(country -> line(
                        "  %-24s £%,14.2f of £%,14.2f",
                        country.getKey(),
                        report.confirmed().revenueByCountry().getOrDefault(country.getKey(), BigDecimal.ZERO),
                        country.getValue()));
    }

    private void verdict(RetailReport report) {
        Balance balance = report.balance();
        line(
                "%,d products: %,d units opening, %,d sold, %,d left; %,d products do not balance",
                balance.products(),
                balance.opening(),
                balance.sold(),
                balance.left(),
                balance.wrong().size());
        report.violations().stream().limit(SHOWN).forEach(violation -> line("VIOLATED: %s", violation));
        if (report.violations().size() > SHOWN) {
            line("and %,d more violations", report.violations().size() - SHOWN);
        }
        if (report.violations().isEmpty()) {
            line("Every order settled, every product balances, every confirmed order costs what it costs in the file.");
        }
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}

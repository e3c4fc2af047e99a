package io.daybook.query.figures;

import io.daybook.api.customer.Tier;
import io.daybook.query.projection.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One document per minute and tier, named after both, so that a span of time is read by names on every server. They stay: a
 * year has at most a million of them, of some 200 bytes.
 */
final class FiguresView implements View<Moment, Minute> {

    static final String NAME = "figures";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String id(Moment moment) {
        return Minute.id(moment.at(), moment.tier());
    }

    @Override
    public boolean startsAfresh(Moment moment) {
        return false;
    }

    @Override
    public Minute fold(@Nullable Minute current, Moment moment, Instant at, long position) {
        return Minute.after(current, moment);
    }

    @Override
    public Document write(Minute minute) {
        Document revenue = new Document();
        minute.revenue()
                .forEach((currency, money) ->
                        revenue.put(currency.getCode(), money.getAmount().toPlainString()));
        return new Document("counts", minute.counts())
                .append("revenue", revenue)
                .append("latencies", minute.latencies());
    }

    @Override
    public Minute read(Document document) {
        String id = document.getString("_id");
        int slash = id.indexOf('/');
        Map<CurrencyUnit, Money> revenue = new TreeMap<>();
        document.get("revenue", Document.class).forEach((code, amount) -> {
            CurrencyUnit currency = CurrencyUnit.of(code);
            revenue.put(currency, Money.of(currency, new BigDecimal((String) amount)));
        });
        return new Minute(
                Instant.parse(id.substring(0, slash)),
                Tier.valueOf(id.substring(slash + 1)),
                document.getList("counts", Integer.class),
                revenue,
                document.getList("latencies", Integer.class));
    }
}

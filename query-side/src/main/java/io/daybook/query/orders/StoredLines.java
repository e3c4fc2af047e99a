package io.daybook.query.orders;

import static java.util.stream.Collectors.joining;

import io.daybook.api.catalog.Sku;
import io.daybook.api.order.OrderLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order's lines as one binary field, read only when somebody looks at them.
 *
 * <p>An order is written several times on its way and has 25 lines on average, up to 704, that never change and are never
 * searched. As documents they would be built, encoded and decoded again each time, on both sides of the connection; as
 * bytes they are copied. Version 1: a byte 1, the currency's code, the number of lines, then code, name, quantity and
 * unit price of each. Views are disposable: another form needs no migration, only a rebuild.
 */
final class StoredLines extends AbstractList<OrderLine> implements RandomAccess {

    private static final int VERSION = 1;

    private final byte[] bytes;
    private final String skus;
    private @Nullable List<OrderLine> lines;

    /** @param skus what {@link #skusOf} said of them */
    StoredLines(byte[] bytes, String skus) {
        this.bytes = bytes;
        this.skus = skus;
    }

    private StoredLines(byte[] bytes, String skus, List<OrderLine> lines) {
        this(bytes, skus);
        this.lines = lines;
    }

    /**
     * The codes of the products, each once between blanks, to be searched: {@code " A1 B2 "}. One text, because an array
     * with an index would cost an entry for each of the lines, at every order, for a question that is seldom asked.
     */
    static String skusOf(List<OrderLine> lines) {
        return lines instanceof StoredLines stored
                ? stored.skus
                : lines.stream().map(line -> line.sku().value()).distinct().collect(joining(" ", " ", " "));
    }

    /** The same lines, turned into bytes once and for all. */
    static StoredLines of(List<OrderLine> lines) {
        return new StoredLines(bytesOf(lines), skusOf(lines), lines);
    }

    static byte[] bytesOf(List<OrderLine> lines) {
        if (lines instanceof StoredLines stored) {
            return stored.bytes;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 + lines.size() * 56);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(lines.get(0).unitPrice().getCurrencyUnit().getCode());
            out.writeInt(lines.size());
            for (OrderLine line : lines) {
                out.writeUTF(line.sku().value());
                out.writeUTF(line.name());
                out.writeInt(line.quantity());
                out.writeUTF(line.unitPrice().getAmount().toPlainString());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private List<OrderLine> lines() {
        if (lines == null) {
            lines = parse();
        }
        return lines;
    }

    private List<OrderLine> parse() {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("lines of version " + version + " cannot be read");
            }
            CurrencyUnit currency = CurrencyUnit.of(in.readUTF());
            int size = in.readInt();
            List<OrderLine> parsed = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                parsed.add(new OrderLine(
                        new Sku(in.readUTF()),
                        in.readUTF(),
                        in.readInt(),
                        Money.of(currency, new BigDecimal(in.readUTF()))));
            }
            return parsed;
        } catch (IOException broken) {
            throw new UncheckedIOException("an order's lines cannot be read", broken);
        }
    }

    @Override
    public OrderLine get(int index) {
        return lines().get(index);
    }

    @Override
    public int size() {
        return lines().size();
    }
}

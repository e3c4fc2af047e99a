package io.daybook.query.orders;

import io.daybook.api.order.OrderView;
import io.daybook.query.Orders;
import java.time.Instant;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;

/** Not a test: measures what it costs to read, fold and write one order's document, without the server. Arguments: lines. */
final class OrderDocumentMeasurement {

    private static final DocumentCodec CODEC = new DocumentCodec();

    private OrderDocumentMeasurement() {}

    public static void main(String[] arguments) {
        int lines = Integer.parseInt(arguments[0]);
        Orders order = Orders.of("5f0c9d1e-7a57-4f0a-9b1e-0123456789ab", "ada", lines);
        Object[] later = {order.authorized(), order.reserved(), order.captured(), order.confirmed()};
        RawBsonDocument stored = null;
        for (int round = 0; round < 6; round++) {
            int times = 40_000;
            long start = cpu();
            for (int i = 0; i < times; i++) {
                stored = bytes(OrderHistory.fold(null, order.placed(), Instant.EPOCH, 0));
            }
            long created = cpu();
            for (int i = 0; i < times; i++) {
                OrderView view = OrderDocument.read(CODEC.decode(
                        stored.asBsonReader(), DecoderContext.builder().build()));
                for (Object event : later) {
                    view = OrderHistory.fold(view, event, Instant.EPOCH, 1);
                }
                bytes(view);
            }
            long updated = cpu();
            System.out.printf(
                    "%d lines: place and write %.1f µs, read and fold 4 events and write %.1f µs, %d bytes%n",
                    lines,
                    (created - start) / 1e3 / times,
                    (updated - created) / 1e3 / times,
                    stored.getByteBuffer().remaining());
        }
    }

    private static RawBsonDocument bytes(OrderView view) {
        Document document =
                OrderDocument.write(view).append("_id", view.orderId().value()).append("position", 1L);
        return new RawBsonDocument(document, CODEC);
    }

    private static long cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}

package io.daybook.bench.crash;

import io.daybook.bench.http.Card;
import io.daybook.bench.http.OrderRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Orders of all kinds: cards that pay and cards that do not, products that last and products that run out, of a VIP and of
 * whoever sends them.
 */
final class OrderMix {

    static final int PLENTY = 1_000_000;
    static final int SCARCE = 60;
    static final String VIP = "crash-vip";

    private static final List<String> LASTING = skus("CRASH-%03d", 20);
    private static final List<String> RUNNING_OUT = skus("CRASH-SCARCE-%02d", 10);
    private static final List<Card> CARDS = cards(35, 4, 3);
    private static final List<Card> STEADY = cards(90, 1, 1);
    private static final int MAX_LINES = 4;
    private static final int MAX_QUANTITY = 3;
    private static final int SCARCE_IN = 8;
    private static final int SELDOM_SCARCE_IN = 40;
    private static final int VIP_IN = 10;

    private final Random random;
    private final List<Card> cards;
    private final int scarceIn;

    OrderMix(long seed) {
        this(seed, CARDS, SCARCE_IN);
    }

    private OrderMix(long seed, List<Card> cards, int scarceIn) {
        random = new Random(seed);
        this.cards = cards;
        this.scarceIn = scarceIn;
    }

    /**
     * Orders of which few wait for their payment or want what runs out, so that as many are confirmed in one minute as in
     * another and rates can be compared.
     */
    static OrderMix steady(long seed) {
        return new OrderMix(seed, STEADY, SELDOM_SCARCE_IN);
    }

    static List<String> lasting() {
        return LASTING;
    }

    static List<String> runningOut() {
        return RUNNING_OUT;
    }

    OrderRequest next() {
        Set<String> skus = new LinkedHashSet<>();
        int count = 1 + random.nextInt(MAX_LINES);
        while (skus.size() < count) {
            List<String> from = random.nextInt(scarceIn) == 0 ? RUNNING_OUT : LASTING;
            skus.add(from.get(random.nextInt(from.size())));
        }
        boolean vip = random.nextInt(VIP_IN) == 0;
        List<OrderRequest.Line> lines = skus.stream()
                .map(sku -> new OrderRequest.Line(sku, 1 + random.nextInt(MAX_QUANTITY), vip ? price(sku) : null))
                .toList();
        Card card = cards.get(random.nextInt(cards.size()));
        return vip ? OrderRequest.of(VIP, lines, card) : OrderRequest.own(lines, card);
    }

    /** What a product costs, in pounds. */
    static BigDecimal price(String sku) {
        return BigDecimal.valueOf(199 + 100L * Math.floorMod(sku.hashCode(), 9), 2);
    }

    /** Whether its customer changes their mind. */
    boolean cancels() {
        return random.nextInt(12) == 0;
    }

    private static List<Card> cards(int approved, int slow, int lost) {
        List<Card> cards = new ArrayList<>();
        cards.addAll(Collections.nCopies(approved, Card.APPROVE));
        cards.addAll(Collections.nCopies(4, Card.DECLINE));
        cards.addAll(Collections.nCopies(slow, Card.SLOW));
        cards.addAll(Collections.nCopies(4, Card.CAPTURE_REFUSED));
        cards.addAll(Collections.nCopies(lost, Card.LOST_ANSWER));
        return List.copyOf(cards);
    }

    private static List<String> skus(String form, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(form::formatted).collect(Collectors.toUnmodifiableList());
    }

    /** All products. */
    static List<String> all() {
        return Stream.concat(LASTING.stream(), RUNNING_OUT.stream()).toList();
    }
}

package io.daybook.ui.shop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.daybook.api.catalog.CatalogQuery.CategoryView;
import io.daybook.api.catalog.CatalogQuery.FindProducts;
import io.daybook.api.catalog.Sku;
import io.daybook.ui.pages.ViewUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the shop open while the views cannot be asked: what was answered last is said again, and {@link OldAnswers} tells
 * the page of when that is. Shelves and categories are remembered by their question, products each by itself, so that a
 * cart can be shown that was never asked for as it is now. Prices are not taken from here when an order is placed.
 *
 * <p>When nobody answers, nobody is asked again for a moment: visitors do not wait one after the other for the same
 * nothing. What was never answered fails at once then.
 */
final class RememberedCatalogue implements Catalogue {

    private static final String CATEGORIES = "categories";
    private static final long ANSWERED = Long.MIN_VALUE;

    private record Remembered(Object answer, Instant at) {}

    private final Catalogue views;
    private final ShopSettings settings;
    private final Clock clock;
    private final Ticker ticker;
    private final Cache<Object, Remembered> remembered;

    /** When the views may be asked again, by the ticker. */
    private final AtomicLong askAgainAt = new AtomicLong(ANSWERED);

    private volatile @Nullable ViewUnavailable last;

    RememberedCatalogue(Catalogue views, ShopSettings settings, Clock clock, Ticker ticker) {
        this.views = views;
        this.settings = settings;
        this.clock = clock;
        this.ticker = ticker;
        this.remembered = Caffeine.newBuilder()
                .maximumWeight(settings.remembered().toBytes())
                .executor(Runnable::run) // what is too much goes at once, and not when a thread has time
                .weigher((Object question, Remembered said) -> Weight.of(question) + Weight.of(said.answer()))
                .build();
    }

    @Override
    public Shelf find(FindProducts query) {
        return answer(
                () -> views.find(query),
                shelf -> {
                    remember(query, shelf);
                    shelf.products().forEach(this::remember);
                },
                () -> recall(query, Shelf.class));
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<CategoryView> categories() {
        return answer(views::categories, categories -> remember(CATEGORIES, categories), () ->
                (List<CategoryView>) recall(CATEGORIES, List.class));
    }

    @Override
    public Map<Sku, Product> find(Collection<Sku> skus) {
        return answer(
                () -> views.find(skus), products -> products.values().forEach(this::remember), () -> recallAll(skus));
    }

    private <A> A answer(Supplier<A> question, Consumer<A> remember, Supplier<@Nullable A> recall) {
        ViewUnavailable unavailable = last;
        if (unavailable == null || mayAsk()) {
            try {
                A answer = question.get();
                remember.accept(answer);
                last = null;
                askAgainAt.set(ANSWERED);
                return answer;
            } catch (ViewUnavailable failure) {
                unavailable = failure;
                if (failure.unanswered()) {
                    last = failure;
                    askAgainAt.set(ticker.read() + settings.askAgainAfter().toNanos());
                }
            }
        }
        A old = recall.get();
        if (old == null) {
            throw unavailable;
        }
        return old;
    }

    /** True for one of those who ask for it when the time has come. */
    private boolean mayAsk() {
        long at = askAgainAt.get();
        long now = ticker.read();
        return at == ANSWERED
                || now - at >= 0
                        && askAgainAt.compareAndSet(
                                at, now + settings.askAgainAfter().toNanos());
    }

    private void remember(Product product) {
        remember(new Sku(product.sku()), product);
    }

    private void remember(Object question, Object answer) {
        remembered.put(question, new Remembered(answer, clock.instant()));
    }

    private <A> @Nullable A recall(Object question, Class<A> type) {
        Remembered said = remembered.getIfPresent(question);
        if (said == null) {
            return null;
        }
        OldAnswers.shown(said.at());
        return type.cast(said.answer());
    }

    /** All of them or nothing: a product that is not remembered may well be there. */
    private @Nullable Map<Sku, Product> recallAll(Collection<Sku> skus) {
        Map<Sku, Product> products = new HashMap<>();
        for (Sku sku : skus) {
            Product product = recall(sku, Product.class);
            if (product == null) {
                return null;
            }
            products.put(sku, product);
        }
        return products;
    }
}

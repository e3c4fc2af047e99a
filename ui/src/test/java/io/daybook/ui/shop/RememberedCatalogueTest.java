package io.daybook.ui.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import io.daybook.api.catalog.CatalogQuery.CategoryView;
import io.daybook.api.catalog.CatalogQuery.FindProducts;
import io.daybook.api.catalog.ProductView;
import io.daybook.api.catalog.Sku;
import io.daybook.ui.pages.Times;
import io.daybook.ui.pages.ViewUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryExecutionException;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.ui.ModelMap;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RememberedCatalogueTest {

    private static final FindProducts EVERYTHING = new FindProducts("", "", 0, 24);
    private static final Sku MUG = new Sku("KIT-001");
    private static final Sku POT = new Sku("KIT-002");
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final Views views = new Views();
    private Instant now = NOON;
    private long nanos;

    @BeforeEach
    void make_a_page() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void page_is_made() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void what_the_views_said_last_is_said_again_while_they_are_away_and_the_page_tells_of_when_it_is() {
        Catalogue catalogue = catalogue(DataSize.ofMegabytes(1));
        Catalogue.Shelf shelf = catalogue.find(EVERYTHING);
        now = NOON.plusSeconds(60);
        List<CategoryView> categories = catalogue.categories();
        assertThat(asOf()).isNull();

        views.away(new TimeoutException());
        now = NOON.plusSeconds(3600);

        assertThat(catalogue.categories()).isEqualTo(categories);
        assertThat(catalogue.find(EVERYTHING)).isEqualTo(shelf);
        assertThat(asOf()).isEqualTo(Times.of(NOON));
    }

    @Test
    void a_cart_is_shown_from_shelves_though_it_was_never_asked_for_like_this() {
        Catalogue catalogue = catalogue(DataSize.ofMegabytes(1));
        catalogue.find(EVERYTHING);
        views.away(new TimeoutException());

        assertThat(catalogue.find(Set.of(MUG, POT))).containsOnlyKeys(MUG, POT);
    }

    @Test
    void what_nobody_ever_asked_for_is_not_made_up() {
        Catalogue catalogue = catalogue(DataSize.ofMegabytes(1));
        catalogue.find(Set.of(MUG));
        views.away(new TimeoutException());

        assertThatThrownBy(() -> catalogue.find(EVERYTHING)).isInstanceOf(ViewUnavailable.class);
        assertThatThrownBy(() -> catalogue.find(Set.of(MUG, POT))).isInstanceOf(ViewUnavailable.class);
        assertThatThrownBy(() -> catalogue.find(POT)).isInstanceOf(ViewUnavailable.class);
        assertThatThrownBy(catalogue::categories).isInstanceOf(ViewUnavailable.class);
    }

    @Test
    void views_that_do_not_answer_are_left_alone_for_a_moment_and_then_asked_by_one() {
        Catalogue catalogue = catalogue(DataSize.ofMegabytes(1));
        catalogue.find(EVERYTHING);
        views.away(new TimeoutException());
        catalogue.find(EVERYTHING);
        views.asked = 0;

        catalogue.find(EVERYTHING);
        assertThatThrownBy(catalogue::categories).isInstanceOf(ViewUnavailable.class);
        assertThat(views.asked).isZero();

        nanos += Duration.ofSeconds(2).toNanos();
        catalogue.find(EVERYTHING);
        catalogue.find(EVERYTHING);
        assertThat(views.asked).isEqualTo(1);

        views.away(null);
        nanos += Duration.ofSeconds(2).toNanos();
        catalogue.find(EVERYTHING);
        catalogue.categories();
        assertThat(views.asked).isEqualTo(3);
    }

    @Test
    void one_question_that_a_view_cannot_answer_closes_nothing_else() {
        Catalogue catalogue = catalogue(DataSize.ofMegabytes(1));
        catalogue.find(EVERYTHING);
        views.away(new ExecutionException(new QueryExecutionException("its database is away", null)));
        catalogue.find(EVERYTHING);
        views.away(null);
        views.asked = 0;

        catalogue.find(EVERYTHING);
        assertThat(views.asked).isEqualTo(1);
    }

    @Test
    void only_so_much_is_remembered() {
        Catalogue catalogue = catalogue(DataSize.ofKilobytes(50));
        for (int page = 0; page < 1000; page++) {
            catalogue.find(new FindProducts("", "", page, 24));
        }
        views.away(new TimeoutException());

        int remembered = 0;
        for (int page = 0; page < 1000; page++) {
            remembered += knows(catalogue, new FindProducts("", "", page, 24)) ? 1 : 0;
        }
        assertThat(remembered).isBetween(1, 50);
    }

    private static boolean knows(Catalogue catalogue, FindProducts query) {
        try {
            return !catalogue.find(query).products().isEmpty();
        } catch (ViewUnavailable away) {
            return false;
        }
    }

    private Catalogue catalogue(DataSize remembered) {
        ShopSettings settings = new ShopSettings(
                24,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                remembered,
                Duration.ZERO,
                Duration.ofMinutes(1),
                Duration.ofSeconds(1));
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        Ticker ticker = () -> nanos;
        return new RememberedCatalogue(views, settings, clock, ticker);
    }

    private Object asOf() {
        ModelMap model = new ModelMap();
        new OldAnswers().contribute(request, model);
        return model.get("asOf");
    }

    /** Two products, while they are there. */
    private static final class Views implements Catalogue {

        private final Map<Sku, Product> products = List.of(MUG, POT).stream()
                .map(sku -> new ProductView(sku, "Mug", "Holds tea.", "Kitchen", Money.parse("GBP 8.50"), "mug", true))
                .collect(Collectors.toMap(ProductView::sku, product -> Product.of(product, new StockHint(0, false))));

        private Throwable away;
        private int asked;

        void away(Throwable why) {
            away = why;
        }

        private <A> A answer(Function<Map<Sku, Product>, A> answer) {
            asked++;
            if (away != null) {
                throw new ViewUnavailable("a question", away);
            }
            return answer.apply(products);
        }

        @Override
        public Shelf find(FindProducts query) {
            return answer(all -> new Shelf(List.copyOf(all.values()), 2, 1));
        }

        @Override
        public List<CategoryView> categories() {
            return answer(all -> List.of(new CategoryView("Kitchen", 2)));
        }

        @Override
        public Map<Sku, Product> find(Collection<Sku> skus) {
            return answer(all -> all.entrySet().stream()
                    .filter(product -> skus.contains(product.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        }
    }
}

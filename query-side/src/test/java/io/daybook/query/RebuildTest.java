package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.DeadLetters.FindDeadLetters;
import io.daybook.api.operations.DeadLetters.Found;
import io.daybook.api.operations.OperationsCommand.RecordRebuildFailure;
import io.daybook.api.operations.OperationsCommand.RecordSwap;
import io.daybook.api.operations.OperationsEvent;
import io.daybook.api.operations.OperationsEvent.DeadLetterDropped;
import io.daybook.api.operations.OperationsEvent.DeadLettersRetried;
import io.daybook.api.operations.OperationsEvent.ViewCopyDismissed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildCancelled;
import io.daybook.api.operations.OperationsEvent.ViewRebuildFailed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildPaused;
import io.daybook.api.operations.OperationsEvent.ViewRebuildResumed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildStarted;
import io.daybook.api.operations.OperationsEvent.ViewReturnStarted;
import io.daybook.api.operations.OperationsEvent.ViewSwapRequested;
import io.daybook.api.operations.OperationsEvent.ViewSwapped;
import io.daybook.api.operations.RebuildId;
import io.daybook.api.operations.Steered;
import io.daybook.api.order.OrderFilter;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderQuery.FindOrders;
import io.daybook.api.order.OrderQuery.OrderAnswer;
import io.daybook.api.order.OrderQuery.OrderPage;
import io.daybook.api.order.OrderState;
import io.daybook.api.view.ViewQuery.FindViewCopies;
import io.daybook.api.view.ViewQuery.Phase;
import io.daybook.api.view.ViewQuery.Rebuilding;
import io.daybook.api.view.ViewQuery.ViewCopies;
import io.daybook.api.view.ViewQuery.ViewCopyList;
import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.ViewProgresses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

@SpringBootTest(
        classes = QuerySideTestApplication.class,
        properties = {
            "daybook.views.patience=5s",
            "daybook.rebuild.look=20ms",
            "daybook.rebuild.grace=0s",
            "daybook.rebuild.batch=50",
            "daybook.rebuild.page=20",
            "daybook.rebuild.few=10"
        })
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class RebuildTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Set<String> VIEWS =
            Set.of("catalogue", "stock", "orders", "customers", "fulfilments", "figures");

    @Autowired
    EventStore store;

    @Autowired
    QueryGateway queries;

    @Autowired
    CommandBus commands;

    @Autowired
    Steered rebuilder;

    @Autowired
    ViewDatabase database;

    @Autowired
    ViewPositions positions;

    @Autowired
    ViewProgresses views;

    private final List<Object> recorded = new CopyOnWriteArrayList<>();
    private Controls controls = Controls.USUAL;
    private int number;

    @BeforeEach
    void record() {
        commands.subscribe(RecordSwap.class.getName(), message -> {
            RecordSwap swap = (RecordSwap) message.getPayload();
            decide(new ViewSwapped(
                    swap.rebuild(),
                    swap.view(),
                    swap.copy(),
                    swap.position(),
                    swap.documents(),
                    swap.differences(),
                    swap.reason(),
                    swap.by()));
            recorded.add(swap);
            return null;
        });
        commands.subscribe(RecordRebuildFailure.class.getName(), message -> {
            RecordRebuildFailure failure = (RecordRebuildFailure) message.getPayload();
            decide(new ViewRebuildFailed(failure.rebuild(), failure.view(), failure.reason(), failure.by()));
            recorded.add(failure);
            return null;
        });
    }

    private synchronized void decide(OperationsEvent event) {
        controls = controls.after(event);
        rebuilder.steer(controls);
    }

    @Test
    void every_view_is_swapped_equal_while_orders_come_in_and_readers_never_see_less_than_before() {
        place(200);
        settle();
        AtomicBoolean done = new AtomicBoolean();
        List<String> wrong = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> readOn(done, wrong));
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                place(5);
            }
        });

        VIEWS.forEach(view -> decide(started(view, null, true)));
        await().atMost(LONG).until(() -> recorded.size() == VIEWS.size());
        done.set(true);
        CompletableFuture.allOf(reader, writer).join();

        assertThat(wrong).isEmpty();
        assertThat(recorded)
                .allSatisfy(
                        each -> assertThat(((RecordSwap) each).differences()).isZero());
        assertThat(copies("orders").live().name()).isEqualTo("orders-2");
        assertThat(copies("orders").kept()).isNotNull();
        settle();
        assertThat(orders(0).total()).isEqualTo(number);
        assertThat(database.collection("orders-2").countDocuments()).isEqualTo(number);
    }

    private void readOn(AtomicBoolean done, List<String> wrong) {
        long total = 0;
        long position = -1;
        while (!done.get()) {
            OrderPage page = orders(position);
            if (page.total() < total
                    || page.position() < position
                    || page.orders().isEmpty()) {
                wrong.add("%d orders at %d after %d at %d".formatted(page.total(), page.position(), total, position));
            }
            total = page.total();
            position = page.position();
        }
    }

    @Test
    void a_document_that_was_tampered_with_is_found_and_only_swapped_in_when_told() {
        place(60);
        settle();
        database.collection("orders")
                .updateOne(new Document("_id", "order-7"), new Document("$set", new Document("tier", "VIP")));
        database.collection("orders").deleteOne(new Document("_id", "order-9"));
        ViewRebuildStarted started = started("orders", null, true);

        decide(started);
        await().atMost(LONG).until(() -> phase("orders") == Phase.DIFFERENT);

        var found = rebuild("orders").comparison();
        assertThat(found).isNotNull();
        assertThat(found.differing()).isEqualTo(2);
        assertThat(found.liveDocuments()).isEqualTo(59);
        assertThat(found.copyDocuments()).isEqualTo(60);
        assertThat(found.liveChecksum()).isNotEqualTo(found.copyChecksum());
        assertThat(found.examples())
                .filteredOn(example -> example.id().equals("order-7"))
                .singleElement()
                .satisfies(example -> assertThat(example.fields())
                        .extracting("field", "live", "copy")
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("tier", "VIP", "STANDARD")));
        assertThat(recorded).isEmpty();
        assertThat(copies("orders").live().name()).isEqualTo("orders");

        decide(new ViewSwapRequested(started.rebuild(), true, "the copy is right", "olga"));
        await().atMost(LONG).until(() -> !recorded.isEmpty());
        assertThat(orders(0).total()).isEqualTo(60);
    }

    @Test
    void a_rebuild_rests_goes_on_and_leaves_nothing_when_it_is_cancelled() {
        place(60);
        ViewRebuildStarted started = started("orders", null, false);
        decide(started);
        await().atMost(LONG).until(() -> phase("orders") == Phase.EQUAL);

        decide(new ViewRebuildPaused(started.rebuild(), "later", "olga"));
        place(10);
        settle();
        decide(new ViewRebuildResumed(started.rebuild(), "now", "olga"));
        await().atMost(LONG).until(() -> rebuild("orders").position() == head() && phase("orders") == Phase.EQUAL);

        decide(new ViewRebuildCancelled(started.rebuild(), "not needed", "olga"));
        await().atMost(LONG).until(() -> phase("orders") == Phase.CANCELLED);
        assertThat(collections()).contains("orders").doesNotContain("orders-2");
        assertThat(orders(0).total()).isEqualTo(70);
    }

    @Test
    void the_kept_copy_is_brought_up_to_date_swapped_back_and_the_other_dismissed() {
        place(30);
        decide(started("orders", null, true));
        await().atMost(LONG).until(() -> recorded.size() == 1);
        place(30);

        decide(new ViewReturnStarted(RebuildId.next(), "orders", true, "back", "olga"));
        await().atMost(LONG).until(() -> recorded.size() == 2);
        settle();
        assertThat(copies("orders").live().name()).isEqualTo("orders");
        assertThat(orders(0).total()).isEqualTo(60);

        decide(new ViewCopyDismissed("orders", "orders-2", "no longer needed", "olga"));
        await().atMost(LONG).until(() -> !collections().contains("orders-2"));
        assertThat(copies("orders").kept()).isNull();
    }

    @Test
    void from_a_point_in_time_what_has_not_changed_since_is_taken_over_as_it_is() {
        place(40);
        settle();
        Instant from = Instant.now();
        await().until(() -> Instant.now().isAfter(from.plusMillis(5)));
        place(5);
        settle();
        database.collection("orders")
                .updateOne(new Document("_id", "order-7"), new Document("$set", new Document("tier", "VIP")));
        database.collection("orders")
                .updateOne(new Document("_id", "order-42"), new Document("$set", new Document("tier", "VIP")));

        decide(started("orders", from, false));
        await().atMost(LONG).until(() -> phase("orders") == Phase.DIFFERENT);

        assertThat(rebuild("orders").comparison().examples()).extracting("id").containsExactly("order-42");
        assertThat(rebuild("orders").start()).isGreaterThan(0);
    }

    @Test
    void an_event_that_cannot_be_read_is_put_aside_by_the_copy_and_by_the_view_when_the_copy_is_live() {
        place(60);
        Orders bad = Orders.of("bad", "ada", 1);
        new Log(store).append(bad.placed());
        AtomicBoolean broken = unreadable("payment-bad", bad.authorized());
        new Log(store).append(bad.confirmed());
        place(60);
        settle();
        assertThat(waiting("orders")).isEqualTo(2);

        decide(started("orders", null, true));
        await().atMost(LONG).until(() -> recorded.size() == 1);
        settle();
        assertThat(recorded).singleElement().isInstanceOf(RecordSwap.class);
        assertThat(((RecordSwap) recorded.get(0)).differences()).isZero();
        assertThat(copies("orders").live().name()).isEqualTo("orders-2");
        assertThat(copies("orders").aside()).isEqualTo(2);
        assertThat(waiting("orders")).isEqualTo(2);

        new Log(store).append(bad.dispatched());
        settle();
        assertThat(waiting("orders")).isEqualTo(3);
        broken.set(false);
        new Log(store).append(new DeadLettersRetried("orders", "bad", "mended", "olga"));
        settle();
        assertThat(waiting("orders")).isZero();
        assertThat(state("bad")).isEqualTo(OrderState.DISPATCHED);

        decide(new ViewCopyDismissed("orders", "orders", "no longer needed", "olga"));
        await().atMost(LONG).until(() -> letters("orders") == 0);
    }

    @Test
    void what_was_decided_about_an_event_is_decided_for_a_copy_that_meets_it_later() {
        Orders mended = Orders.of("mended", "ada", 1);
        Orders dropped = Orders.of("dropped", "ada", 1);
        new Log(store).append(mended.placed());
        AtomicBoolean broken = unreadable("payment-mended", mended.authorized());
        new Log(store).append(mended.confirmed(), dropped.placed());
        unreadable("payment-dropped", dropped.authorized());
        new Log(store).append(dropped.confirmed());
        place(30);
        broken.set(false);
        new Log(store).append(new DeadLettersRetried("orders", "mended", "mended", "olga"));
        new Log(store).append(new DeadLetterDropped("orders", "dropped", null, "not needed", "olga"));
        new Log(store).append(dropped.dispatched());
        settle();
        assertThat(state("mended")).isEqualTo(OrderState.CONFIRMED);
        assertThat(state("dropped")).isEqualTo(OrderState.DISPATCHED);
        broken.set(true);

        decide(started("orders", null, false));
        await().atMost(LONG).until(() -> phase("orders") == Phase.DIFFERENT);
        assertThat(rebuild("orders").comparison().examples()).extracting("id").containsExactly("mended");
        assertThat(letters("orders-2")).isEqualTo(2);

        decide(new ViewRebuildCancelled(new RebuildId(rebuild("orders").rebuild()), "not needed", "olga"));
        await().atMost(LONG).until(() -> phase("orders") == Phase.CANCELLED);
        assertThat(letters("orders-2")).isZero();

        broken.set(false);
        decide(started("orders", null, false));
        await().atMost(LONG).until(() -> phase("orders") == Phase.EQUAL);
        assertThat(letters("orders-3")).isZero();
    }

    private AtomicBoolean unreadable(String stream, Object event) {
        AtomicBoolean broken = new AtomicBoolean(true);
        long next = store.lastSequenceNumberFor(stream).orElse(-1L) + 1;
        store.publish(new Unreadable<>(new GenericDomainEventMessage<>("test", stream, next, event), broken));
        return broken;
    }

    private long waiting(String view) {
        return ask(new FindDeadLetters(100), Found.class).sequences().stream()
                .filter(sequence -> sequence.group().equals(view))
                .mapToLong(sequence -> 1 + sequence.waiting())
                .sum();
    }

    private long letters(String copy) {
        return database.collection("letters").countDocuments(new Document("copy", copy));
    }

    private OrderState state(String order) {
        return ask(new FindOrder(new OrderId(order), head()), OrderAnswer.class)
                .order()
                .get(0)
                .state();
    }

    private ViewRebuildStarted started(String view, @Nullable Instant from, boolean swap) {
        return new ViewRebuildStarted(RebuildId.next(), view, from, swap, "to see", "olga");
    }

    private void place(int orders) {
        Log log = new Log(store);
        for (int i = 0; i < orders; i++) {
            Orders order = Orders.of("order-" + number++, "ada", 1);
            log.append(order.placed(), order.authorized());
            if (i % 3 != 0) {
                log.append(order.confirmed());
            }
        }
    }

    private long head() {
        return store.createHeadToken().position().orElseThrow();
    }

    /** Until the views have read everything, and their documents are written. */
    private void settle() {
        positions.await(head(), LONG).join();
        views.all().forEach(view -> views.live(view.view()).documents(database));
    }

    private OrderPage orders(long atLeast) {
        return ask(new FindOrders(new OrderFilter("", null, null, null), 0, 10, atLeast), OrderPage.class);
    }

    private ViewCopies copies(String view) {
        return ask(new FindViewCopies(), ViewCopyList.class).views().stream()
                .filter(each -> each.view().equals(view))
                .findFirst()
                .orElseThrow();
    }

    private Rebuilding rebuild(String view) {
        Rebuilding rebuild = copies(view).rebuild();
        assertThat(rebuild).isNotNull();
        return rebuild;
    }

    private @Nullable Phase phase(String view) {
        Rebuilding rebuild = copies(view).rebuild();
        return rebuild == null ? null : rebuild.phase();
    }

    private List<String> collections() {
        List<String> names = new ArrayList<>();
        List.of("orders", "orders-2", "orders-3").forEach(name -> {
            if (database.collection(name).estimatedDocumentCount() > 0) {
                names.add(name);
            }
        });
        return names;
    }

    private <A> A ask(Object query, Class<A> answer) {
        return queries.query(query, answer)
                .orTimeout(30, java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }
}

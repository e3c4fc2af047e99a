package io.daybook.standalone.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValuesImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class SagaAndTokenTest {

    record Fulfilment(String order, int step) {}

    record Other(String order) {}

    /** One that changes in place, as sagas do. */
    static final class Counting {
        public int step;
    }

    private static final AssociationValue ORDER = new AssociationValue("orderId", "o-1");
    private static final AssociationValue PAYMENT = new AssociationValue("paymentId", "p-1");

    @Parameter
    Database database;

    @TempDir
    Path directory;

    private String url;
    private OpenBook open;

    @BeforeEach
    void open() {
        url = database.fresh(directory);
        open = new OpenBook(url);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private void reopen() {
        open.close();
        open = new OpenBook(url);
    }

    private static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    private void insert(String id, Object saga, AssociationValue... associations) {
        open.sagas.insertSaga(saga.getClass(), id, saga, Set.of(associations));
    }

    private long rows() {
        return open.number("SELECT count(*) FROM SagaEntry");
    }

    /** Until what was written behind for the saga's segment is on disk. */
    private void awaitWritten() {
        open.tokens.extendClaim("saga", 0);
    }

    private Fulfilment load(String id) {
        var entry = open.sagas.loadSaga(Fulfilment.class, id);
        return entry == null ? null : entry.saga();
    }

    @Test
    void a_segment_that_one_has_claimed_another_gets_when_it_is_given_up() {
        TokenStore first = open.tokens.storeOf("payment-1");
        TokenStore second = open.tokens.storeOf("payment-2");
        first.initializeTokenSegments("gateway", 1, at(3));
        first.fetchToken("gateway", 0);

        assertThatThrownBy(() -> second.fetchToken("gateway", 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> second.storeToken(at(9), "gateway", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        second.releaseClaim("gateway", 0);
        first.storeToken(at(5), "gateway", 0);
        first.releaseClaim("gateway", 0);

        assertThat(second.fetchToken("gateway", 0)).isEqualTo(at(5));
        assertThatThrownBy(() -> first.extendClaim("gateway", 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void a_token_survives_a_restart() {
        open.tokens.initializeTokenSegments("saga", 2, at(3));
        open.tokens.storeToken(at(7), "saga", 1);
        TrackingToken replay = ReplayToken.createReplayToken(at(9), at(0));
        open.tokens.storeToken(replay, "view", 0);
        reopen();

        assertThat(open.tokens.fetchToken("saga", 0)).isEqualTo(at(3));
        assertThat(open.tokens.fetchToken("saga", 1)).isEqualTo(at(7));
        assertThat(open.tokens.fetchToken("view", 0)).isEqualTo(replay);
        assertThat(open.tokens.fetchSegments("saga")).containsExactly(0, 1);
        assertThat(open.tokens.fetchAvailableSegments("saga")).hasSize(2);
    }

    @Test
    void the_start_of_the_book_is_a_token_too() {
        open.tokens.initializeTokenSegments("saga", 1, null);
        reopen();

        assertThat(open.tokens.fetchToken("saga", 0)).isNull();
        assertThat(open.tokens.fetchSegments("saga")).containsExactly(0);
    }

    @Test
    void segments_are_initialized_once_and_deleted_for_good() {
        open.tokens.initializeTokenSegments("saga", 2);
        assertThatThrownBy(() -> open.tokens.initializeTokenSegments("saga", 2))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> open.tokens.initializeSegment(at(1), "saga", 1))
                .isInstanceOf(UnableToInitializeTokenException.class);
        open.tokens.deleteToken("saga", 1);
        open.tokens.initializeSegment(at(1), "saga", 5);
        reopen();

        assertThat(open.tokens.fetchSegments("saga")).containsExactly(0, 5);
        assertThatThrownBy(() -> open.tokens.fetchToken("saga", 1)).isInstanceOf(UnableToClaimTokenException.class);
        assertThat(open.tokens.requiresExplicitSegmentInitialization()).isTrue();
    }

    @Test
    void extending_and_releasing_claims_costs_nothing() {
        long empty = open.book.commits().commits();
        open.tokens.initializeTokenSegments("saga", 1);
        await("what is written behind is on disk")
                .until(() -> open.book.commits().commits() > empty);
        long before = open.book.commits().commits();
        open.tokens.extendClaim("saga", 0);
        open.tokens.releaseClaim("saga", 0);

        assertThat(open.book.commits().commits()).isEqualTo(before);
    }

    @Test
    void a_saga_survives_a_restart_with_its_associations() {
        insert("s-1", new Fulfilment("o-1", 1), ORDER);
        var associations = new AssociationValuesImpl(Set.of(ORDER));
        associations.add(PAYMENT);
        open.sagas.updateSaga(Fulfilment.class, "s-1", new Fulfilment("o-1", 2), associations);
        reopen();

        assertThat(load("s-1")).isEqualTo(new Fulfilment("o-1", 2));
        assertThat(open.sagas.loadSaga(Fulfilment.class, "s-1").associationValues())
                .containsExactlyInAnyOrder(ORDER, PAYMENT);
        assertThat(open.sagas.findSagas(Fulfilment.class, ORDER)).containsExactly("s-1");
        assertThat(open.sagas.findSagas(Fulfilment.class, PAYMENT)).containsExactly("s-1");
        assertThat(open.sagas.findSagas(Other.class, ORDER)).isEmpty();
    }

    @Test
    void an_association_that_is_dropped_finds_nothing_any_more() {
        insert("s-1", new Fulfilment("o-1", 1), ORDER, PAYMENT);
        insert("s-2", new Fulfilment("o-1", 1), ORDER);
        var associations = new AssociationValuesImpl(Set.of(ORDER, PAYMENT));
        associations.remove(ORDER);
        open.sagas.updateSaga(Fulfilment.class, "s-1", new Fulfilment("o-1", 1), associations);

        assertThat(open.sagas.findSagas(Fulfilment.class, ORDER)).containsExactly("s-2");
        assertThat(open.sagas.findSagas(Fulfilment.class, PAYMENT)).containsExactly("s-1");
        open.sagas.deleteSaga(Fulfilment.class, "s-2", Set.of(ORDER));
        assertThat(open.sagas.findSagas(Fulfilment.class, ORDER)).isEmpty();
        reopen();
        assertThat(open.sagas.findSagas(Fulfilment.class, ORDER)).isEmpty();
        assertThat(load("s-2")).isNull();
        assertThat(open.sagas.size()).isEqualTo(1);
    }

    @Test
    void a_transaction_is_one_unit_and_sees_what_it_has_done() {
        insert("gone", new Fulfilment("o-9", 1), PAYMENT);
        long before = open.book.commits().units();
        Transaction transaction = open.book.transactions().startTransaction();
        insert("s-1", new Fulfilment("o-1", 1), ORDER);
        open.sagas.deleteSaga(Fulfilment.class, "gone", Set.of(PAYMENT));
        open.tokens.storeToken(at(5), "saga", 0);

        assertThat(load("s-1")).isEqualTo(new Fulfilment("o-1", 1));
        assertThat(load("gone")).isNull();
        assertThat(open.sagas.findSagas(Fulfilment.class, ORDER)).containsExactly("s-1");
        assertThat(open.sagas.findSagas(Fulfilment.class, PAYMENT)).isEmpty();
        assertThat(open.tokens.fetchToken("saga", 0)).isEqualTo(at(5));
        assertThat(rows()).isEqualTo(1);
        transaction.commit();
        awaitWritten();

        assertThat(open.book.commits().units()).isEqualTo(before + 1);
        assertThat(rows()).isEqualTo(1);
        assertThat(load("s-1")).isEqualTo(new Fulfilment("o-1", 1));
    }

    @Test
    void a_letter_is_written_with_the_batch_and_survives_a_restart_in_its_order() {
        open.engine.appendEvents(OpenBook.events("o-1", 0, 3));
        List<TrackedEventMessage<?>> events = open.engine
                .readEvents(at(0), false)
                .<TrackedEventMessage<?>>map(event -> event)
                .toList();
        BookDeadLetterQueue letters = open.letters.of("saga");
        assertThat(letters.contains("o-1")).isFalse();

        Transaction batch = open.book.transactions().startTransaction();
        letters.enqueue("o-1", new GenericDeadLetter<>("o-1", events.get(0), new IllegalStateException("poison")));
        letters.enqueue("o-1", new GenericDeadLetter<>("o-1", events.get(1)));
        letters.enqueue("o-1", new GenericDeadLetter<>("o-1", events.get(1)));
        open.tokens.storeToken(at(2), "saga", 0);
        assertThat(letters.contains("o-1")).as("in the batch").isTrue();
        batch.commit();
        reopen();

        BookDeadLetterQueue read = open.letters.of("saga");
        assertThat(read.size()).isEqualTo(2);
        assertThat(read.deadLetterSequence("o-1"))
                .extracting(letter -> letter.message().getIdentifier())
                .containsExactly(events.get(0).getIdentifier(), events.get(1).getIdentifier());
        assertThat(read.deadLetterSequence("o-1")
                        .iterator()
                        .next()
                        .cause()
                        .orElseThrow()
                        .message())
                .isEqualTo("poison");

        Transaction givenUp = open.book.transactions().startTransaction();
        read.deadLetterSequence("o-1").forEach(read::evict);
        assertThat(read.contains("o-1")).isFalse();
        givenUp.rollback();
        assertThat(read.contains("o-1")).isTrue();

        Transaction handled = open.book.transactions().startTransaction();
        read.evict(read.deadLetterSequence("o-1").iterator().next());
        open.tokens.storeToken(at(3), "saga", 0);
        handled.commit();
        // Before that is on disk, one comes and goes.
        batch(4, () -> read.enqueue("o-2", new GenericDeadLetter<>("o-2", events.get(2))));
        batch(5, () -> read.deadLetterSequence("o-2").forEach(read::evict));
        reopen();
        assertThat(open.letters.of("saga").size()).isEqualTo(1);
        assertThat(open.letters.of("saga").deadLetterSequence("o-1"))
                .extracting(letter -> letter.message().getIdentifier())
                .containsExactly(events.get(1).getIdentifier());
    }

    @Test
    void nothing_of_a_transaction_that_is_given_up_remains() {
        insert("s-1", new Fulfilment("o-1", 1), ORDER);
        open.tokens.storeToken(at(1), "saga", 0);
        Transaction transaction = open.book.transactions().startTransaction();
        insert("s-1", new Fulfilment("o-1", 2), PAYMENT);
        open.tokens.storeToken(at(2), "saga", 0);
        transaction.rollback();

        assertThat(load("s-1")).isEqualTo(new Fulfilment("o-1", 1));
        assertThat(open.sagas.findSagas(Fulfilment.class, PAYMENT)).isEmpty();
        assertThat(open.tokens.fetchToken("saga", 0)).isEqualTo(at(1));
    }

    private Counting counting() {
        return open.sagas.loadSaga(Counting.class, "s-1").saga();
    }

    @Test
    void a_saga_is_handed_on_as_the_object_that_it_is_but_not_when_its_change_was_given_up() {
        Counting saga = new Counting();
        insert("s-1", saga, ORDER);
        assertThat(counting()).isSameAs(saga);
        insert("s-1", saga, ORDER);

        Transaction transaction = open.book.transactions().startTransaction();
        Counting changed = counting();
        changed.step = 7;
        insert("s-1", changed, ORDER);
        transaction.rollback();

        assertThat(changed).isSameAs(saga);
        assertThat(counting()).isNotSameAs(saga);
        assertThat(counting().step).isZero();
    }

    private static BookChange broken() {
        return new BookChange() {
            @Override
            public void write(Batches batches) {
                throw new IllegalStateException("broken");
            }

            @Override
            public Runnable apply() {
                return () -> {};
            }
        };
    }

    @Test
    void memory_is_not_ahead_of_the_disk_after_a_commit_that_failed() {
        insert("s-1", new Fulfilment("o-1", 1), ORDER);
        BookTransaction transaction = (BookTransaction) open.book.transactions().startTransaction();
        insert("s-1", new Fulfilment("o-1", 2), PAYMENT);
        transaction.put("broken", broken());
        assertThatThrownBy(transaction::commit).isInstanceOf(NotWritten.class).hasRootCauseMessage("broken");
        transaction.rollback();

        assertThat(load("s-1")).isEqualTo(new Fulfilment("o-1", 1));
        reopen();
        assertThat(load("s-1")).isEqualTo(new Fulfilment("o-1", 1));
    }

    @Test
    void a_batch_that_could_not_be_written_is_taken_back_and_the_next_one_fails() {
        insert("s-1", new Fulfilment("o-1", 1), ORDER);
        open.tokens.storeToken(at(1), "saga", 0);
        BookTransaction batch = (BookTransaction) open.book.transactions().startTransaction();
        insert("s-1", new Fulfilment("o-1", 2), PAYMENT);
        insert("s-2", new Fulfilment("o-2", 1), ORDER);
        open.tokens.storeToken(at(2), "saga", 0);
        batch.put("broken", broken());
        batch.commit();
        Transaction second = open.book.transactions().startTransaction();
        insert("s-1", new Fulfilment("o-1", 3), ORDER);
        open.sagas.deleteSaga(Fulfilment.class, "s-2", Set.of(ORDER));
        open.tokens.storeToken(at(3), "saga", 0);
        second.commit();
        assertThat(load("s-1")).isEqualTo(new Fulfilment("o-1", 3));
        assertThatThrownBy(this::awaitWritten).isInstanceOf(NotWritten.class);

        Transaction next = open.book.transactions().startTransaction();
        open.tokens.storeToken(at(4), "saga", 0);
        assertThatThrownBy(next::commit).isInstanceOf(NotWritten.class).hasRootCauseMessage("broken");
        next.rollback();

        assertThat(load("s-1")).isEqualTo(new Fulfilment("o-1", 1));
        assertThat(load("s-2")).isNull();
        assertThat(open.sagas.findSagas(Fulfilment.class, ORDER)).containsExactly("s-1");
        assertThat(open.sagas.findSagas(Fulfilment.class, PAYMENT)).isEmpty();
        assertThat(open.tokens.fetchToken("saga", 0)).isEqualTo(at(1));
        reopen();
        assertThat(load("s-1")).isEqualTo(new Fulfilment("o-1", 1));
        assertThat(open.tokens.fetchToken("saga", 0)).isEqualTo(at(1));

        open.book.transactions().executeInTransaction(() -> {
            insert("s-1", new Fulfilment("o-1", 2), PAYMENT);
            open.tokens.storeToken(at(2), "saga", 0);
        });
        reopen();
        assertThat(load("s-1")).isEqualTo(new Fulfilment("o-1", 2));
        assertThat(open.tokens.fetchToken("saga", 0)).isEqualTo(at(2));
    }

    @Test
    void after_a_batch_that_could_not_be_written_its_segment_begins_anew_with_the_token_on_disk() {
        open.tokens.storeToken(at(1), "saga", 0);
        BookTransaction batch = (BookTransaction) open.book.transactions().startTransaction();
        open.tokens.storeToken(at(2), "saga", 0);
        batch.put("broken", broken());
        batch.commit();

        assertThatThrownBy(() -> open.tokens.extendClaim("saga", 0)).isInstanceOf(NotWritten.class);
        TokenStore other = open.tokens.storeOf("other");
        assertThatThrownBy(() -> other.fetchToken("saga", 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> open.tokens.extendClaim("saga", 0)).isInstanceOf(NotWritten.class);
        open.tokens.releaseClaim("saga", 0);

        assertThat(other.fetchToken("saga", 0)).isEqualTo(at(1));
        other.extendClaim("saga", 0);
        open.book.transactions().executeInTransaction(() -> other.storeToken(at(2), "saga", 0));
        reopen();
        assertThat(open.tokens.fetchToken("saga", 0)).isEqualTo(at(2));
    }

    @Test
    void a_segment_that_is_split_off_is_there_when_it_is_on_disk_and_not_before() {
        open.tokens.initializeTokenSegments("saga", 1, at(1));
        BookTransaction split = (BookTransaction) open.book.transactions().startTransaction();
        open.tokens.initializeSegment(at(1), "saga", 1);
        split.put("broken", broken());

        assertThatThrownBy(split::commit).isInstanceOf(NotWritten.class).hasRootCauseMessage("broken");
        assertThat(open.tokens.fetchSegments("saga")).containsExactly(0);
    }

    @Test
    void a_batch_does_not_wait_for_one_of_another_segment_that_failed() {
        BookTransaction batch = (BookTransaction) open.book.transactions().startTransaction();
        open.tokens.storeToken(at(2), "saga", 0);
        batch.put("broken", broken());
        batch.commit();

        open.book.transactions().executeInTransaction(() -> open.tokens.storeToken(at(5), "saga", 1));
        reopen();

        assertThat(open.tokens.fetchSegments("saga")).containsExactly(1);
    }

    @Test
    void a_saga_that_begins_and_ends_in_one_transaction_is_never_written() {
        long before = open.book.commits().commits();
        open.book.transactions().executeInTransaction(() -> {
            insert("s-1", new Fulfilment("o-1", 1), ORDER);
            open.sagas.deleteSaga(Fulfilment.class, "s-1", Set.of(ORDER));
            assertThat(load("s-1")).isNull();
        });

        assertThat(open.book.commits().commits()).isEqualTo(before);
        assertThat(open.sagas.findSagas(Fulfilment.class, ORDER)).isEmpty();
    }

    private void batch(long position, Runnable changes) {
        open.book.transactions().executeInTransaction(() -> {
            changes.run();
            open.tokens.storeToken(at(position), "saga", 0);
        });
    }

    @Test
    void batches_are_written_together_and_a_saga_that_is_over_by_then_never() {
        long before = open.book.commits().units();
        insert("old", new Fulfilment("o-0", 1), PAYMENT);
        batch(1, () -> {
            insert("s-1", new Fulfilment("o-1", 1), ORDER);
            insert("s-2", new Fulfilment("o-2", 1), PAYMENT);
        });
        batch(2, () -> {
            insert("s-1", new Fulfilment("o-1", 2), ORDER);
            insert("s-2", new Fulfilment("o-2", 2), PAYMENT);
        });
        batch(3, () -> {
            open.sagas.deleteSaga(Fulfilment.class, "s-1", Set.of(ORDER));
            open.sagas.deleteSaga(Fulfilment.class, "old", Set.of(PAYMENT));
        });

        assertThat(open.book.commits().units()).isEqualTo(before + 1);
        assertThat(open.sagas.findSagas(Fulfilment.class, ORDER)).isEmpty();
        assertThat(open.sagas.findSagas(Fulfilment.class, PAYMENT)).containsExactly("s-2");
        assertThat(open.number("SELECT count(*) FROM TokenEntry")).isZero();
        awaitWritten();
        assertThat(open.book.commits().units()).isEqualTo(before + 2);
        assertThat(rows()).isEqualTo(1);
        reopen();
        assertThat(open.sagas.size()).isEqualTo(1);
        assertThat(load("s-2")).isEqualTo(new Fulfilment("o-2", 2));
        assertThat(open.tokens.fetchToken("saga", 0)).isEqualTo(at(3));
    }

    @Test
    void what_is_written_at_once_does_not_overtake_what_is_written_behind() {
        batch(1, () -> insert("s-1", new Fulfilment("o-1", 1), ORDER));
        open.sagas.deleteSaga(Fulfilment.class, "s-1", Set.of(ORDER));
        open.tokens.deleteToken("saga", 0);
        reopen();

        assertThat(load("s-1")).isNull();
        assertThat(open.tokens.fetchSegments("saga")).isEmpty();
    }

    @Test
    void an_update_that_changes_nothing_is_not_written() {
        insert("s-1", new Fulfilment("o-1", 1), ORDER);
        long before = open.book.commits().commits();
        open.sagas.updateSaga(
                Fulfilment.class, "s-1", new Fulfilment("o-1", 1), new AssociationValuesImpl(Set.of(ORDER)));

        assertThat(open.book.commits().commits()).isEqualTo(before);
    }

    @Test
    void a_transaction_without_changes_costs_nothing() {
        long before = open.book.commits().commits();
        open.book
                .transactions()
                .executeInTransaction(() -> assertThat(load("s-1")).isNull());

        assertThat(open.book.commits().commits()).isEqualTo(before);
    }

    @Test
    void an_inner_transaction_is_durable_whatever_becomes_of_the_outer_one() {
        Transaction outer = open.book.transactions().startTransaction();
        open.tokens.storeToken(at(1), "outer", 0);
        open.book.transactions().executeInTransaction(() -> open.tokens.storeToken(at(1), "inner", 0));
        outer.rollback();
        reopen();

        assertThat(open.tokens.fetchSegments("inner")).containsExactly(0);
        assertThat(open.tokens.fetchSegments("outer")).isEmpty();
    }
}

package io.daybook.query.projection;

import com.mongodb.client.model.Filters;
import io.daybook.api.operations.DeadLetterDecision;
import io.daybook.operations.letters.Poison;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.bson.conversions.Bson;

/**
 * What a copy of a view that is being made puts aside: by the rules of the live view, and until the decisions in the log about
 * that view. They belong to the copy: its being live makes them the view's, and they go when it goes.
 */
public final class CopyLetters {

    private final String view;
    private final ViewLetters letters;
    private final Serializer events;
    private final LateEvents late;

    /** @param events by which events are written */
    public CopyLetters(ViewDatabase database, String view, String copy, Serializer events, EventStore log) {
        this.view = view;
        this.letters = new ViewLetters(database, copy);
        this.events = events;
        this.late = new LateEvents(log);
    }

    /** How many events a copy has put aside. */
    public static long count(ViewDatabase database, String copy) {
        return database.count(database.collection(ViewLetters.COLLECTION), of(copy));
    }

    /** The copy is thrown away. */
    public static void drop(ViewDatabase database, String copy) {
        database.collection(ViewLetters.COLLECTION).deleteMany(of(copy));
    }

    private static Bson of(String copy) {
        return Filters.eq(Letter.COPY, copy);
    }

    /** For one batch, which is read by one thread and written by several. */
    public Round round() {
        return new Round(new LetterRound(view, letters, events));
    }

    /** What one batch puts aside, and what of that which was put aside before it handles after all. */
    public final class Round implements Admission {

        private final LetterRound round;
        private volatile boolean turned;
        private Object source = this;

        private Round(LetterRound round) {
            this.round = round;
        }

        /** Has the event handled, unless it has to wait; a decision is carried out. */
        public void take(TrackedEventMessage<?> event, EventMessageHandler handlers) throws Exception {
            if (DeadLetterDecision.class.isAssignableFrom(event.getPayloadType())) {
                decide(event, handlers);
            } else if (round.holds(event)) {
                round.park(event, null);
            } else {
                handleOrPark(event, handlers);
            }
        }

        private void handleOrPark(TrackedEventMessage<?> event, EventMessageHandler handlers) throws Exception {
            source = event;
            try {
                handlers.handle(event);
            } catch (Exception failure) {
                if (!Poison.is(failure)) {
                    throw failure;
                }
                turned = true;
                round.park(event, failure);
            }
        }

        private void decide(TrackedEventMessage<?> event, EventMessageHandler handlers) throws Exception {
            DeadLetterDecision decision = (DeadLetterDecision) event.getPayload();
            if (decision.group().equals(view)) {
                turned = true;
                round.decide(decision, event, letter -> {
                    source = letter;
                    handlers.handle(late.read(letter, event.trackingToken()));
                });
            }
        }

        /** Where what is being handled comes from, for the batch. */
        public Object source() {
            return source;
        }

        /** Whether more or fewer owners have to wait from this batch on; what was read meanwhile is to be read again. */
        public boolean turned() {
            return turned;
        }

        @Override
        public boolean admits(Object from) {
            if (!turned) {
                return true;
            }
            synchronized (round) {
                return round.admits(from);
            }
        }

        @Override
        public void refused(Object from, RuntimeException failure) {
            synchronized (round) {
                round.refused(from, failure);
            }
            turned = true;
        }

        /** Before the documents of any part of the batch, and again before those of each. */
        @Override
        public void folded() {
            synchronized (round) {
                round.folded();
            }
        }

        /** Of one part; the others may not be. */
        @Override
        public void written() {
            // What is settled is taken away when all of them are.
        }

        /** The documents of all parts have been written. */
        public void done() {
            synchronized (round) {
                round.written();
            }
        }
    }

    /** Whether the event has to be looked at whatever the view handles. */
    public static boolean concerns(Class<?> payloadType) {
        return DeadLetterDecision.class.isAssignableFrom(payloadType);
    }
}

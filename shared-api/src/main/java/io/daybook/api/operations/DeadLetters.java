package io.daybook.api.operations;

import io.daybook.api.Require;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/** What can be asked about events that could not be handled and were put aside, and the answers. */
public sealed interface DeadLetters {

    /** At most so many sequences are told of at once. */
    int MOST = 500;

    /**
     * Asks the views for what they have put aside, answered with a {@link Found}.
     *
     * @param limit sequences at most, those first that have waited longest
     */
    record FindDeadLetters(int limit) implements DeadLetters {
        public FindDeadLetters {
            Require.between("limit", limit, 1, MOST);
        }
    }

    /**
     * Asks an orchestrator for what was put aside beside the sagas, answered with a {@link Found}. It is a command because
     * it has to be answered by one of the orchestrators.
     */
    record ListDeadLetters(@RoutingKey String of, int limit) {

        private static final String ALL = "dead-letters";

        public ListDeadLetters {
            Require.between("limit", limit, 1, MOST);
        }

        public static ListDeadLetters all(int limit) {
            return new ListDeadLetters(ALL, limit);
        }
    }

    /** @param total number of sequences */
    record Found(List<DeadSequence> sequences, long total) {
        public Found {
            sequences = List.copyOf(sequences);
        }
    }

    /**
     * An event that could not be handled, and those that wait behind it.
     *
     * @param group    the processing group that put them aside
     * @param sequence whose they are: the order, or the stream
     * @param first    the one that the others wait for
     * @param waiting  how many wait behind it
     * @param behind   the next of these, some at most
     */
    record DeadSequence(String group, String sequence, DeadLetter first, long waiting, List<DeadLetter> behind) {
        public DeadSequence {
            behind = List.copyOf(behind);
        }
    }

    /**
     * An event that was put aside.
     *
     * @param id       of the event
     * @param type     the event's name
     * @param position where it stands in the log; -1 where that is not known
     * @param at       when it happened
     * @param payload  as it is stored, readable or not
     * @param cause    why it could not be handled; null when it only waits
     * @param since    when it was put aside
     * @param attempts how often it was tried
     */
    record DeadLetter(
            String id,
            String type,
            long position,
            Instant at,
            String payload,
            @Nullable String cause,
            Instant since,
            int attempts) {}
}

package io.daybook.query.letters;

import io.daybook.api.operations.DeadLetters.DeadSequence;
import io.daybook.api.operations.DeadLetters.FindDeadLetters;
import io.daybook.api.operations.DeadLetters.Found;
import io.daybook.query.projection.ParkedEvents;
import java.util.Comparator;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/** Says what the views have put aside. */
class DeadLettersQueryHandler {

    private final ParkedEvents parked;

    DeadLettersQueryHandler(ParkedEvents parked) {
        this.parked = parked;
    }

    @QueryHandler
    Found handle(FindDeadLetters query) {
        List<DeadSequence> all = parked.sequences();
        return new Found(
                all.stream()
                        .sorted(Comparator.comparing(
                                sequence -> sequence.first().since()))
                        .limit(query.limit())
                        .toList(),
                all.size());
    }
}

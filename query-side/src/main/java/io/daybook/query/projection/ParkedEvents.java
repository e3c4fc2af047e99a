package io.daybook.query.projection;

import com.mongodb.client.model.Filters;
import io.daybook.api.operations.DeadLetters.DeadLetter;
import io.daybook.api.operations.DeadLetters.DeadSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the live copies of all views have put aside, whichever instance works on them. */
public final class ParkedEvents {

    public static final List<String> VIEWS =
            List.of("catalogue", "stock", "orders", "customers", "fulfilments", "figures");

    private static final int SHOWN_BEHIND = 20;

    private final ViewDatabase database;
    private final ViewProgresses views;

    public ParkedEvents(ViewDatabase database, ViewProgresses views) {
        this.database = database;
        this.views = views;
    }

    /** How many events a view has put aside. */
    public long count(String view) {
        return database.count(database.collection(ViewLetters.COLLECTION), Filters.eq(Letter.COPY, copyOf(view)));
    }

    public List<DeadSequence> sequences() {
        List<DeadSequence> sequences = new ArrayList<>();
        for (String view : VIEWS) {
            Map<String, List<Letter>> byOwner = new LinkedHashMap<>();
            ViewLetters.find(database, copyOf(view))
                    .forEach(letter -> byOwner.computeIfAbsent(letter.owner(), owner -> new ArrayList<>())
                            .add(letter));
            byOwner.forEach((owner, letters) -> sequences.add(sequence(view, owner, letters)));
        }
        return sequences;
    }

    private String copyOf(String view) {
        return views.live(view).documents(database).getNamespace().getCollectionName();
    }

    private static DeadSequence sequence(String view, String owner, List<Letter> letters) {
        return new DeadSequence(
                view,
                owner,
                told(letters.get(0)),
                letters.size() - 1L,
                letters.stream()
                        .skip(1)
                        .limit(SHOWN_BEHIND)
                        .map(ParkedEvents::told)
                        .toList());
    }

    private static DeadLetter told(Letter letter) {
        return new DeadLetter(
                letter.event(),
                letter.type(),
                letter.position(),
                letter.at(),
                letter.payload(),
                letter.cause(),
                letter.since(),
                letter.attempts());
    }
}

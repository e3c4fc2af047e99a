package io.daybook.operations.letters;

import io.daybook.api.operations.DeadLetters.DeadSequence;
import io.daybook.api.operations.DeadLetters.Found;
import io.daybook.api.operations.DeadLetters.ListDeadLetters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.serialization.Serializer;

/** Says what has been put aside by the processing groups whose boxes it can look into. */
public final class LetterDesk {

    private final LetterBoxes boxes;
    private final List<String> groups;
    private final Serializer events;

    /** @param events by which events are written */
    public LetterDesk(LetterBoxes boxes, List<String> groups, Serializer events) {
        this.boxes = boxes;
        this.groups = List.copyOf(groups);
        this.events = events;
    }

    @CommandHandler
    Found handle(ListDeadLetters command) {
        List<DeadSequence> found = new ArrayList<>();
        long total = 0;
        for (String group : groups) {
            var box = boxes.of(group);
            total += box.amountOfSequences();
            var sequences = box.deadLetters().iterator();
            // Of no more than are asked for: each is read from the log.
            for (int left = command.limit(); left > 0 && sequences.hasNext(); left--) {
                DeadSequence sequence = LetterText.sequence(group, sequences.next(), events);
                if (sequence != null) {
                    found.add(sequence);
                }
            }
        }
        return new Found(
                found.stream()
                        .sorted(Comparator.comparing(
                                sequence -> sequence.first().since()))
                        .limit(command.limit())
                        .toList(),
                total);
    }
}

package io.daybook.cluster;

import io.daybook.operations.letters.LetterBoxes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;

/** The dead letters of processing groups whose tokens lie in the stores' database; theirs lie beside them. */
final class StoredLetters implements LetterBoxes {

    static final String COLLECTION = "letters";

    /** Nothing is to be lost because too much is put aside already. */
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final StoreDatabase database;
    private final Serializer serializer;
    private final Map<String, LetterQueue> boxes = new ConcurrentHashMap<>();

    StoredLetters(StoreDatabase database, Serializer serializer) {
        this.database = database;
        this.serializer = serializer;
    }

    @Override
    public LetterQueue of(String group) {
        return boxes.computeIfAbsent(
                group,
                name -> new LetterQueue(MongoSequencedDeadLetterQueue.builder()
                        .processingGroup(name)
                        .maxSequences(UNLIMITED)
                        .maxSequenceSize(UNLIMITED)
                        .mongoTemplate(DefaultMongoTemplate.builder()
                                .mongoDatabase(database.database())
                                .deadLetterCollectionName(COLLECTION)
                                .build())
                        .serializer(serializer)
                        .build()));
    }

    /** Others may have written since. */
    void forget() {
        boxes.values().forEach(LetterQueue::forget);
    }
}

package io.daybook.operations;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Deletes lines that are too old or too many. Not left to an index that expires documents, which the embedded server has
 * not. Every process does it: whoever comes second finds nothing left to do.
 */
final class LogRetention extends Repeated {

    private static final int PART = 10;
    private static final int LOOKS = 100;
    private static final int AT_A_TIME = 500;

    private final MongoCollection<Document> lines;
    private final LogSettings settings;
    private final Clock clock;
    private Instant next = Instant.MIN;

    LogRetention(MongoCollection<Document> lines, LogSettings settings, Clock clock) {
        super("log-retention", settings.tidy());
        this.lines = lines;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    void round() {
        if (lines.estimatedDocumentCount() > settings.most()) {
            deleteSurplus();
        }
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            delete(Filters.lt(LogDocument.ID, LogLine.startOfId(now.minus(settings.kept()))));
            next = now.plus(settings.kept().dividedBy(LOOKS));
        }
    }

    /** A tenth more than need be, or the next line would be one too many again. */
    private void deleteSurplus() {
        Document first = lines.find()
                .projection(Projections.include(LogDocument.ID))
                .sort(Sorts.descending(LogDocument.ID))
                .skip(settings.most() - settings.most() / PART)
                .first();
        if (first != null) {
            delete(Filters.lte(LogDocument.ID, first.getString(LogDocument.ID)));
        }
    }

    /** Some at a time: others have to wait for a server that is busy with one long command. */
    private void delete(Bson which) {
        List<String> some;
        do {
            some = lines.find(which)
                    .projection(Projections.include(LogDocument.ID))
                    .limit(AT_A_TIME)
                    .map(line -> line.getString(LogDocument.ID))
                    .into(new ArrayList<>());
            if (!some.isEmpty()) {
                lines.deleteMany(Filters.in(LogDocument.ID, some));
            }
        } while (some.size() == AT_A_TIME);
    }
}

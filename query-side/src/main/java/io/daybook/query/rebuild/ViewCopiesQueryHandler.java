package io.daybook.query.rebuild;

import io.daybook.api.view.ViewQuery.Copy;
import io.daybook.api.view.ViewQuery.FindViewCopies;
import io.daybook.api.view.ViewQuery.Rebuilding;
import io.daybook.api.view.ViewQuery.ViewCopies;
import io.daybook.api.view.ViewQuery.ViewCopyList;
import io.daybook.query.projection.CopyLetters;
import io.daybook.query.projection.LiveView;
import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.ViewProcessors;
import io.daybook.query.projection.ViewSource;
import java.util.Comparator;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;

/** Says which copies of each view there are. */
class ViewCopiesQueryHandler {

    private final ViewProcessors views;
    private final ViewDatabase database;

    ViewCopiesQueryHandler(ViewProcessors views, ViewDatabase database) {
        this.views = views;
        this.database = database;
    }

    @QueryHandler
    ViewCopyList handle(FindViewCopies query) {
        return new ViewCopyList(views.sources().stream()
                .sorted(Comparator.comparing(
                        (ViewSource<?, ?> source) -> source.view().name()))
                .map(this::copies)
                .toList());
    }

    private ViewCopies copies(ViewSource<?, ?> source) {
        String view = source.view().name();
        long reached = source.reached();
        var live = source.live().documents(database);
        Document kept = source.live().pointer(database).get(LiveView.KEPT, Document.class);
        Document known = Progress.find(database.collection(Progress.COLLECTION), view);
        Rebuilding rebuild = known == null ? null : RebuildState.read(known);
        return new ViewCopies(
                view,
                reached,
                new Copy(live.getNamespace().getCollectionName(), live.estimatedDocumentCount(), reached),
                kept == null ? null : copy(kept),
                rebuild,
                rebuild == null ? 0 : CopyLetters.count(database, rebuild.copy()));
    }

    private Copy copy(Document kept) {
        String name = kept.getString(LiveView.COLLECTION);
        return new Copy(name, database.collection(name).estimatedDocumentCount(), kept.getLong("position"));
    }
}

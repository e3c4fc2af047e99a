package io.daybook.query.projection;

import java.util.function.Function;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessageHandler;
import org.jspecify.annotations.Nullable;

/** All that it takes to make a copy of a view from the log, by the code that keeps the live one. */
public final class ViewSource<E, V> {

    private final View<E, V> view;
    private final Function<Collector<E>, Object> handler;
    private final LiveView live;
    private final ViewProgress progress;
    private volatile @Nullable Object processor;

    ViewSource(View<E, V> view, Function<Collector<E>, Object> handler, LiveView live, ViewProgress progress) {
        this.view = view;
        this.handler = handler;
        this.live = live;
        this.progress = progress;
    }

    public View<E, V> view() {
        return view;
    }

    public LiveView live() {
        return live;
    }

    /** The position that answers from the live copy reflect at least. */
    public long reached() {
        return progress.reached();
    }

    /** Whether it is this instance that keeps the live copy. */
    public boolean isKeptHere() {
        Object claimant = processor;
        return claimant != null && progress.isClaimedBy(claimant);
    }

    void keptBy(Object claimant) {
        processor = claimant;
    }

    /** Takes the view's event handlers' events; nothing is told of them but the collector. */
    public EventMessageHandler handler(Collector<E> into) {
        return new AnnotationEventHandlerAdapter(handler.apply(into));
    }
}

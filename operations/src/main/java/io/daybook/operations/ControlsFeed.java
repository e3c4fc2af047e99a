package io.daybook.operations;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.Steered;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows what operators decide, and has all that is steered here act upon it. */
final class ControlsFeed extends Repeated {

    private final Decisions decisions;
    private final List<Steered> steered;
    private @Nullable Controls told;

    ControlsFeed(Decisions decisions, List<Steered> steered, Duration every) {
        super("controls", every);
        this.decisions = decisions;
        this.steered = List.copyOf(steered);
    }

    @Override
    void round() {
        Controls now = decisions.now();
        if (!now.equals(told)) {
            steered.forEach(each -> each.steer(now));
            told = now;
        }
    }
}

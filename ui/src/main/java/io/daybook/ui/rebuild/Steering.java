package io.daybook.ui.rebuild;

import io.daybook.api.InvalidValue;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand;
import io.daybook.api.operations.OperationsCommand.CancelRebuild;
import io.daybook.api.operations.OperationsCommand.DismissCopy;
import io.daybook.api.operations.OperationsCommand.GoBack;
import io.daybook.api.operations.OperationsCommand.PauseRebuild;
import io.daybook.api.operations.OperationsCommand.ResumeRebuild;
import io.daybook.api.operations.OperationsCommand.SwapView;
import io.daybook.api.operations.RebuildId;
import io.daybook.api.view.ViewQuery.Rebuilding;
import io.daybook.api.view.ViewQuery.ViewCopies;

/** What can be done with the copies of a view. */
public enum Steering {
    PAUSE("Pause the rebuild", "The rebuild rests where it is."),
    RESUME("Resume the rebuild", "The rebuild goes on."),
    CANCEL("Cancel the rebuild", "The rebuild is cancelled; what it made is thrown away."),
    SWAP(
            "Swap, if there is no difference",
            "The copy is compared again, and takes the place of the live one if it is equal."),
    SWAP_ANYWAY("Swap, whatever differs", "The copy is compared again, and takes the place of the live one."),
    GO_BACK(
            "Go back to the kept copy",
            "The kept copy is brought up to date, compared, and swapped in if it is equal."),
    DISMISS("Dismiss the kept copy", "The kept copy is thrown away.");

    private final String title;
    private final String done;

    Steering(String title, String done) {
        this.title = title;
        this.done = done;
    }

    public String title() {
        return title;
    }

    String done() {
        return done;
    }

    OperationsCommand of(ViewCopies view, String reason, String by) {
        return switch (this) {
            case PAUSE -> new PauseRebuild(ControlsId.ALL, rebuild(view), reason, by);
            case RESUME -> new ResumeRebuild(ControlsId.ALL, rebuild(view), reason, by);
            case CANCEL -> new CancelRebuild(ControlsId.ALL, rebuild(view), reason, by);
            case SWAP -> new SwapView(ControlsId.ALL, rebuild(view), false, reason, by);
            case SWAP_ANYWAY -> new SwapView(ControlsId.ALL, rebuild(view), true, reason, by);
            case GO_BACK -> {
                kept(view);
                yield new GoBack(ControlsId.ALL, RebuildId.next(), view.view(), true, reason, by);
            }
            case DISMISS -> new DismissCopy(ControlsId.ALL, view.view(), kept(view), reason, by);
        };
    }

    private static RebuildId rebuild(ViewCopies view) {
        Rebuilding rebuild = view.rebuild();
        if (rebuild == null || !ViewRow.isRunning(rebuild.phase())) {
            throw new InvalidValue("view", "%s is not being rebuilt".formatted(view.view()));
        }
        return new RebuildId(rebuild.rebuild());
    }

    private static String kept(ViewCopies view) {
        if (view.kept() == null) {
            throw new InvalidValue("view", "no copy of %s is kept".formatted(view.view()));
        }
        return view.kept().name();
    }
}

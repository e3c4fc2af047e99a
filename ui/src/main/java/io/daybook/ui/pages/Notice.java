package io.daybook.ui.pages;

import java.io.Serializable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A sentence that the next page begins with; it waits in the session until then.
 *
 * @param kind name of its style: {@code good}, {@code bad} or {@code unclear}
 */
public record Notice(String kind, String text) implements Serializable {

    /** What became of something that the visitor asked for. */
    public static Notice of(Outcome outcome, String whenDone) {
        if (outcome instanceof Outcome.Refused refused) {
            return new Notice("bad", refused.reason());
        }
        return outcome instanceof Outcome.Done
                ? new Notice("good", whenDone)
                : new Notice("unclear", "We have no answer yet. This page shows what happened as soon as we know.");
    }

    public void flash(RedirectAttributes flash) {
        flash.addFlashAttribute("notice", this);
    }
}

package io.daybook.command;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;

/** Matches the failure of a command that was refused with this code. */
public final class RefusedWith extends TypeSafeMatcher<Throwable> {

    private final Refusal.Code code;

    public RefusedWith(Refusal.Code code) {
        this.code = code;
    }

    @Override
    protected boolean matchesSafely(Throwable failure) {
        return CommandRefused.in(failure)
                .filter(refusal -> refusal.code() == code)
                .isPresent();
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("refused with " + code);
    }
}

package io.daybook.ui.controls;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.Steered;

/** What operators have decided, as far as this process has heard. */
public final class DecidedControls implements Steered {

    private volatile Controls controls = Controls.USUAL;

    @Override
    public void steer(Controls decided) {
        controls = decided;
    }

    public Controls now() {
        return controls;
    }
}

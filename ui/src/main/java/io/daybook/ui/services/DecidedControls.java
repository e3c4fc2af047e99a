package io.daybook.ui.services;

import io.daybook.api.operations.Controls;
import io.daybook.api.operations.Steered;

/** What operators have decided, as far as this process has heard. */
final class DecidedControls implements Steered {

    private volatile Controls controls = Controls.USUAL;

    @Override
    public void steer(Controls decided) {
        controls = decided;
    }

    Controls now() {
        return controls;
    }
}

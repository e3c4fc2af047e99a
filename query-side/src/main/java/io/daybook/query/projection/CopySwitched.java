package io.daybook.query.projection;

import org.axonframework.common.AxonTransientException;

/** Another copy of a view has become the live one while a batch was on its way. */
final class CopySwitched extends AxonTransientException {

    private static final long serialVersionUID = 1L;

    CopySwitched(String view) {
        super("%s: another copy is the live one now".formatted(view));
    }
}

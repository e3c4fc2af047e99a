package io.daybook.ui.inventory;

import io.daybook.api.InvalidValue;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.CustomerQuery.CustomerView;
import io.daybook.api.customer.CustomerQuery.FindCustomer;
import io.daybook.ui.pages.ViewUnavailable;
import io.daybook.ui.pages.Views;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the people are called who moved stock. Serves one page. */
final class StaffNames {

    private final Views views;
    private final Map<String, String> known = new HashMap<>();

    StaffNames(Views views) {
        this.views = views;
    }

    /** The person's name; what the log says when that is nobody who has one. */
    String of(String by) {
        return known.computeIfAbsent(by, this::ask);
    }

    private String ask(String by) {
        if (by.indexOf(' ') >= 0) {
            return by;
        }
        try {
            @Nullable CustomerView person = views.ask(new FindCustomer(new CustomerId(by)), CustomerView.class);
            return person == null ? by : person.name();
        } catch (InvalidValue | ViewUnavailable unknown) {
            return by;
        }
    }
}

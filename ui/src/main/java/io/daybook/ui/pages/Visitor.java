package io.daybook.ui.pages;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person in front of the page, as the frame shows them.
 *
 * @param name       what they are called; empty for somebody who has not signed in
 * @param staffPages what their work is; empty for customers
 */
public record Visitor(String name, boolean signedIn, boolean dispatches, List<StaffPage> staffPages) {

    static Visitor of(@Nullable Account account) {
        return account == null
                ? new Visitor("", false, false, List.of())
                : new Visitor(
                        account.name(), true, account.isAny(Role.WAREHOUSE, Role.OPERATOR), StaffPage.of(account));
    }
}

package io.daybook.ui.pages;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import org.jspecify.annotations.Nullable;

/**
 * The person in front of the page, as the frame shows them.
 *
 * @param name what they are called; empty for somebody who has not signed in
 */
public record Visitor(String name, boolean signedIn, boolean seesFulfilments, boolean dispatches) {

    static Visitor of(@Nullable Account account) {
        return account == null
                ? new Visitor("", false, false, false)
                : new Visitor(
                        account.name(),
                        true,
                        account.isAny(Role.SUPPORT, Role.OPERATOR),
                        account.isAny(Role.WAREHOUSE, Role.OPERATOR));
    }
}

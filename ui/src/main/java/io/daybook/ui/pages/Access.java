package io.daybook.ui.pages;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** Who may see a page. A visitor who has not signed in is sent to do so; one who has is told that it is not for them. */
public final class Access {

    private Access() {}

    public static Account signedIn(@Nullable Account account) {
        if (account == null) {
            throw new AccessDeniedException("for people who have signed in");
        }
        return account;
    }

    /** The account, if it has one of the roles. */
    public static Account staff(@Nullable Account account, Role... roles) {
        if (!signedIn(account).isAny(roles)) {
            throw new AccessDeniedException("for staff");
        }
        return signedIn(account);
    }
}

package io.daybook.ui.world;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import io.daybook.api.customer.CustomerId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who is there. */
public final class People {

    private People() {}

    /** Somebody whom nobody has seen before. */
    public static Account newCustomer() {
        String id = CustomerId.random().value();
        return new Account(id + "@example.org", "Ada Ledger", id, Set.of(Role.CUSTOMER));
    }

    public static Account staff(Role role) {
        String id = CustomerId.random().value();
        return new Account(id + "@example.org", "Staff", id, Set.of(role));
    }

    /** The request is theirs. */
    public static RequestPostProcessor by(Account account) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(account, null, account.authorities()));
    }
}

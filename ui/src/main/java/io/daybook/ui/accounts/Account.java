package io.daybook.ui.accounts;

import io.daybook.api.customer.CustomerId;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Who is signed in, by session or by bearer token: ask for it with {@code @AuthenticationPrincipal Account}. It is kept
 * in the session, hence serialisable, and knows nothing of the password.
 *
 * @param email    in lower case; identifies the account
 * @param name     what the person is called
 * @param customer the id of the customer that this account buys as; every account has one
 */
public record Account(String email, String name, String customer, Set<Role> roles)
        implements AuthenticatedPrincipal, Serializable {

    public Account {
        roles = Set.copyOf(roles);
    }

    public CustomerId customerId() {
        return new CustomerId(customer);
    }

    /** Whether the account has at least one of these roles. */
    public boolean isAny(Role... wanted) {
        return Arrays.stream(wanted).anyMatch(roles::contains);
    }

    public List<GrantedAuthority> authorities() {
        return roles.stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
    }

    /** The e-mail address: what Spring calls the principal's name. */
    @Override
    public String getName() {
        return email;
    }
}

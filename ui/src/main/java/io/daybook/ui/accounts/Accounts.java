package io.daybook.ui.accounts;

/** The accounts that may sign in. */
public final class Accounts {

    Accounts() {}

    /**
     * Opens a customer's account. The account is stored first and the customer registered in the log after; when that
     * fails in between, signing in does it again.
     *
     * @throws EmailTaken                  when there is one with this e-mail address
     * @throws io.daybook.api.InvalidValue naming {@code email}, {@code password} or {@code name}
     */
    public Account register(String email, String password, String name) {
        throw new UnsupportedOperationException("being written");
    }
}

package io.daybook.ui.accounts;

/** There is an account with this e-mail address already. */
public class EmailTaken extends RuntimeException {

    public EmailTaken() {
        super("There is an account with this e-mail address already.");
    }
}

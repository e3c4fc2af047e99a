package io.daybook.ui.accounts;

/** An account got another password: whoever is signed in with the old one is so no longer. Told inside this process only. */
public record PasswordChanged(String email) {}

package io.daybook.ui.registration;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What somebody fills in to open an account. */
public record RegistrationForm(
        @NotBlank(message = "Name: please say what we may call you") @Size(max = 200, message = "Name: at most 200 characters, please") String name,

        @NotBlank(message = "E-mail: please fill it in") @Email(message = "E-mail: this does not look like an address") @Size(max = 200, message = "E-mail: at most 200 characters, please") String email,

        @NotBlank(message = "Password: please choose one") String password) {

    public RegistrationForm {
        name = name(name);
        email = name(email);
        password = password == null ? "" : password;
    }

    private static String name(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** Without what is typed, so that no log shows it. */
    @Override
    public String toString() {
        return "RegistrationForm";
    }
}

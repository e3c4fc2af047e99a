package io.daybook.ui.accounts;

import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * What an account is signed in with.
 *
 * <p>Passwords are kept as PBKDF2 hashes. Argon2 would need another library for the same end, and bcrypt looks at the first
 * 72 bytes only, where passwords here may have 200 characters. The method is
 * Spring Security's own choice of strength; the hash names it, so that it can be changed.
 */
final class Credentials {

    static final int MAX_EMAIL = 254;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,180}");
    private static final int MIN_PASSWORD = 8;
    private static final int MAX_PASSWORD = 200;
    private static final String METHOD = "pbkdf2-sha256-310000";

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            METHOD,
            Map.of(METHOD, new Pbkdf2PasswordEncoder("", 16, 310_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)));

    /** Takes as long to refuse as that of a real account, so that nobody learns by the clock which accounts there are. */
    private final String nobodysHash = hash("nobody's password");

    /** The address in the form that identifies an account. */
    static String email(String email) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        return Require.matching("email", address, EMAIL, "must be an e-mail address");
    }

    static String password(String password) {
        if (password.length() < MIN_PASSWORD || password.length() > MAX_PASSWORD) {
            throw new InvalidValue("password", "must have %d to %d characters".formatted(MIN_PASSWORD, MAX_PASSWORD));
        }
        return password;
    }

    String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("the password encoder gave no hash");
        }
        return hash;
    }

    boolean matches(String password, String hash) {
        return password.length() <= MAX_PASSWORD && encoder.matches(password, hash);
    }

    void pretendToCheck(String password) {
        matches(password, nobodysHash);
    }
}

package io.daybook.bench.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sign-in at the platform, shared by all clients of a run.
 *
 * @param url     where the platform is, for example {@code http://127.0.0.1:8080}
 * @param timeout for each answer; longer than the longest wait that is asked for
 */
public record Session(URI url, String token, Duration timeout) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Signs in.
     *
     * @throws NoPlatform when the platform cannot be reached or refuses the sign-in
     */
    public static Session open(URI url, String email, String password, Duration timeout) throws NoPlatform {
        try (HttpConnection connection = new HttpConnection(url, timeout)) {
            Reply reply = connection.send(
                    "POST",
                    "/api/v1/tokens",
                    Map.of("Content-Type", "application/json", "Accept", "application/json"),
                    JSON.writeValueAsBytes(Map.of("email", email, "password", password)));
            String token = reply.json().path("token").asString("");
            if (reply.status() != 201 || token.isEmpty()) {
                throw new NoPlatform("Sign-in of " + email + " at " + url + " failed: " + reply.summary());
            }
            return new Session(url, token, timeout);
        } catch (NoPlatform refused) {
            throw refused;
        } catch (IOException unreachable) {
            throw new NoPlatform(url + " cannot be reached: " + unreachable.getMessage(), unreachable);
        }
    }

    /** A client of its own connection, for one thread at a time. */
    public DaybookClient client() {
        return new DaybookClient(this);
    }

    /** Never printed with the token. */
    @Override
    public String toString() {
        return "Session[" + url + "]";
    }
}

package io.daybook.ui.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.ui.platform.Http;
import io.daybook.ui.platform.PlatformTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;

class LogsApiTest extends PlatformTest {

    private static final String LOGS = "/api/v1/staff/operations/logs";
    private static final Logger log = LoggerFactory.getLogger("io.daybook.order.Desk");

    private final String order = UUID.randomUUID().toString();
    private Http operator;

    @BeforeAll
    void signIn() {
        operator = operator();
    }

    private JsonNode ask(String query) {
        return operator.get(LOGS + query).json();
    }

    @Test
    void lines_are_found_page_by_page() {
        try (MDC.MDCCloseable about = MDC.putCloseable("orderId", order)) {
            log.info("One");
            log.warn("Two");
            log.error("Three", new IllegalStateException("empty shelf"));
        }
        await().until(() -> ask("?order=" + order).path("lines").size() == 3);

        JsonNode first = ask("?level=warn&size=1&order=" + order);
        assertThat(first.at("/lines/0/message").asString()).isEqualTo("Three");
        assertThat(first.at("/lines/0/level").asString()).isEqualTo("ERROR");
        assertThat(first.at("/lines/0/orderId").asString()).isEqualTo(order);
        assertThat(first.at("/lines/0/exception").asString()).contains("empty shelf");
        JsonNode second = ask("?level=warn&size=1&order=" + order + "&before="
                + first.path("older").asString());
        assertThat(second.at("/lines/0/message").asString()).isEqualTo("Two");
        assertThat(second.has("older")).isFalse();
    }

    @Test
    void what_cannot_be_looked_for_is_named() {
        String tooLong = "x".repeat(201);
        assertThat(operator.get(LOGS + "?level=LOUD&before=yesterday&size=501&text=" + tooLong + "&order=" + tooLong)
                        .badFields())
                .containsExactlyInAnyOrder("level", "before", "size", "text", "order");
        assertThat(operator.get(LOGS + "?text=%00&instance=a%0Ab").badFields())
                .containsExactlyInAnyOrder("text", "instance");
        assertThat(operator.get(LOGS + "?size=0").badFields()).containsExactly("size");
        assertThat(operator.get(LOGS + "?size=many").badFields()).containsExactly("size");
        assertThat(operator.get(LOGS + "?size=many").status()).isEqualTo(400);
    }

    @Test
    void logs_are_for_operators() {
        assertThat(staff("support@daybook.example").get(LOGS).status()).isEqualTo(403);
        assertThat(staff("warehouse@daybook.example").get(LOGS).status()).isEqualTo(403);
        assertThat(signedIn(newCustomer()).get(LOGS).status()).isEqualTo(403);
        assertThat(anybody().get(LOGS).status()).isEqualTo(401);
    }
}

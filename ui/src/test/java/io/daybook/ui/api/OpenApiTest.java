package io.daybook.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ui.platform.Http.Answer;
import io.daybook.ui.platform.PlatformTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest extends PlatformTest {

    @Test
    void the_api_is_described_with_its_operations_and_how_to_sign_in() {
        JsonNode description = anybody().get("/api/openapi.json").json();
        assertThat(description.path("openapi").asString()).startsWith("3.");
        assertThat(description.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        JsonNode place = description.path("paths").path("/api/v1/orders").path("post");
        assertThat(place.path("summary").asString()).isEqualTo("Place an order");
        assertThat(place.path("parameters").findValuesAsString("name")).contains("Idempotency-Key", "Prefer");
        assertThat(place.path("responses").propertyNames()).contains("200", "202");
        assertThat(description.path("paths").propertyNames())
                .contains("/api/v1/tokens", "/api/v1/products/{sku}", "/api/v1/staff/imports/{id}")
                .allMatch(path -> path.startsWith("/api/v1/"));
        for (JsonNode path : description.path("paths")) {
            for (JsonNode operation : path) {
                assertThat(operation.path("summary").asString()).isNotEmpty();
            }
        }
    }

    @Test
    void money_is_described_as_it_is_written() {
        JsonNode line = anybody().get("/api/openapi.json").json().at("/components/schemas/OrderLine/properties");
        assertThat(line.at("/unitPrice/properties").propertyNames()).containsExactlyInAnyOrder("amount", "currency");
    }

    @Test
    void each_operation_says_what_a_problem_looks_like() {
        JsonNode description = anybody().get("/api/openapi.json").json();
        assertThat(description.at("/components/schemas/Problem/properties").propertyNames())
                .contains("title", "status", "detail", "errors");
        for (JsonNode path : description.path("paths")) {
            for (JsonNode operation : path) {
                assertThat(operation.at("/responses/default/content").propertyNames())
                        .containsExactly("application/problem+json");
            }
        }
    }

    @Test
    void the_page_that_shows_it_has_no_inline_script_and_may_load_its_own() {
        Answer redirect = anybody().get("/api/docs");
        assertThat(redirect.status()).isEqualTo(302);
        Answer page = anybody().get(redirect.header("Location"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("script-src");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]*src=)");
        String folder = redirect.header("Location").replaceAll("index\\.html.*", "");
        Answer initializer = anybody().get(folder + "swagger-initializer.js");
        assertThat(initializer.status()).isEqualTo(200);
        Answer config = anybody().get("/api/openapi.json/swagger-config");
        assertThat(config.json().path("url").asString()).isEqualTo("/api/openapi.json");
        assertThat(initializer.body()).contains("/api/openapi.json/swagger-config");
    }
}

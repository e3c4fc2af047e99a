package io.daybook.ui.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ui.world.Shelves;
import io.daybook.ui.world.ShopTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShopTest
class ErrorPagesTest {

    @LocalServerPort
    private int port;

    private final Shelves shelves;

    @Autowired
    ErrorPagesTest(Shelves shelves) {
        this.shelves = shelves;
    }

    @Test
    void an_address_that_leads_nowhere_has_a_page_with_a_way_on() throws Exception {
        HttpResponse<String> page = send(request("/no/such/page").GET());
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such page", "Go to the shop", "<header");
        assertThat(send(request("/products/NO-SUCH").GET()).body()).contains("There is no such page");
    }

    @Test
    void a_refused_request_has_one_too() throws Exception {
        HttpResponse<String> page = send(request("/cart/lines").POST(HttpRequest.BodyPublishers.ofString("sku=X")));
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("This is not open to you");
    }

    @Test
    void what_cannot_be_answered_now_has_a_page_that_says_when_to_try_again() throws Exception {
        shelves.away(true);
        try {
            HttpResponse<String> page = send(request("/?q=never-asked-before").GET());
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).isPresent();
            assertThat(page.body())
                    .contains("The shop cannot answer this now", "<header")
                    .doesNotContain("Exception", "\tat ");
        } finally {
            shelves.away(false);
        }
    }

    @Test
    void style_and_scripts_may_be_kept_for_long_and_their_names_change_with_them() throws Exception {
        String page = send(request("/").GET()).body();
        String sheet = page.replaceAll("(?s).*href=\"(/assets/daybook-[0-9a-f]+\\.css)\".*", "$1");
        String htmx = page.replaceAll("(?s).*src=\"(/webjars/htmx.org/[^\"]+)\".*", "$1");
        assertThat(send(request(sheet).GET()).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("max-age=31536000"));
        assertThat(htmx).matches("/webjars/htmx.org/2[^/]+/dist/htmx.min.js");
        HttpResponse<String> library = send(request(htmx).GET());
        assertThat(library.statusCode()).isEqualTo(200);
        assertThat(library.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("max-age=31536000"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

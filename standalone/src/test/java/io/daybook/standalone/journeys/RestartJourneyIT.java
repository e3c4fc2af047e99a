package io.daybook.standalone.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RestartJourneyIT {

    @TempDir
    private Path data;

    @Test
    void a_basket_and_a_session_survive_a_restart() {
        List<Cookie> cookies;
        List<Cookie> guestCookies;
        try (Shop shop = Shop.open(data);
                Visitor ada = shop.visitor();
                Visitor guest = shop.visitor()) {
            ada.opensAnAccount("Ada Ledger");
            ada.takes("TOY-001", 2);
            guest.takes("TOY-003", 1);
            cookies = ada.cookies();
            guestCookies = guest.cookies();
        }
        try (Shop shop = Shop.open(data);
                Visitor ada = shop.visitor();
                Visitor guest = shop.visitor()) {
            ada.has(cookies);
            ada.goTo("/cart");
            assertThat(ada.button("Sign out")).isVisible();
            assertThat(ada.page().locator(".cart-name")).hasText("Old-School Teddy Bear");
            guest.has(guestCookies);
            guest.goTo("/cart");
            assertThat(guest.page().locator(".cart-name")).hasText("Nesting Dolls, Family of Five");
        }
    }
}

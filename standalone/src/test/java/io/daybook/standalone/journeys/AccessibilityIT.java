package io.daybook.standalone.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessibilityIT {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    @TempDir
    private static Path data;

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open(data);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void no_page_keeps_anybody_out_on_a_phone_in_daylight() {
        try (Visitor ada = shop.visitorWithPhone(ColorScheme.LIGHT)) {
            visitEveryPage(ada, "phone-light");
        }
    }

    @Test
    void no_page_keeps_anybody_out_at_a_desk_at_night() {
        try (Visitor ada = shop.visitorWithDesk(ColorScheme.DARK)) {
            visitEveryPage(ada, "desk-dark");
        }
    }

    @Test
    void no_staff_page_keeps_anybody_out() {
        try (Visitor ada = shop.visitorWithPhone(ColorScheme.LIGHT)) {
            ada.opensAnAccount("Ada Ledger");
            ada.takes("TOY-001", 1);
            ada.orders("4242 4242 4242 4242");
            ada.watchesItBecome("Confirmed");
        }
        try (Visitor olive = shop.visitorWithPhone(ColorScheme.LIGHT)) {
            visitStaffPages(olive, "phone-light");
        }
        try (Visitor olive = shop.visitorWithDesk(ColorScheme.DARK)) {
            visitStaffPages(olive, "desk-dark");
        }
    }

    private static void visitStaffPages(Visitor olive, String device) {
        olive.signsInAs("operator@daybook.example", "operator-demo");
        olive.goTo("/staff/overview");
        olive.page().locator(".chart canvas").first().waitFor();
        checkHere(olive, "staff-overview", device);
        for (String path : List.of(
                "/staff/orders",
                "/staff/orders?q=%7B",
                "/staff/customers",
                "/staff/queues",
                "/staff/history",
                "/staff/history?type=OrderPlaced&way=oldest",
                "/staff/history?position=x",
                "/staff/history/events/5",
                "/staff/history/stock/TOY-001",
                "/staff/history/streams/MAIN:TOY-001/0/causes",
                "/staff/operations/levels",
                "/staff/operations/services",
                "/staff/operations/processors",
                "/staff/operations/consistency",
                "/staff/operations/views",
                "/staff/operations/experiments",
                "/staff/operations/routing",
                "/staff/operations/dead-letters",
                "/staff/fulfilments",
                "/staff/fulfilments?stuckOnly=true",
                "/staff/operations/faults",
                "/staff/operations/audit",
                "/staff/operations/auditor",
                "/staff/operations/logs",
                "/staff/operations/logs?text=zebra")) {
            check(olive, path, device);
        }
        olive.goTo("/staff/operations/experiments");
        olive.page()
                .locator("form[aria-labelledby=consistency-title] input[name=reason]")
                .fill("to look at it");
        olive.page().locator("form[aria-labelledby=consistency-title] button").click();
        olive.page().locator(".checks tbody tr").first().waitFor();
        olive.page().locator(".chart canvas").first().waitFor();
        checkHere(olive, "staff-experiment", device);
        olive.goTo("/staff/orders");
        olive.page().locator("tbody a").first().click();
        olive.page().locator(".story summary").first().click();
        checkHere(olive, "staff-story", device);
        olive.goTo("/staff/customers?q=operator@");
        olive.page().locator("tbody a").first().click();
        checkHere(olive, "staff-customer", device);
    }

    private static void visitEveryPage(Visitor ada, String device) {
        for (String path : List.of("/", "/?q=paper", "/?q=zebra", "/?category=Garden", "/products/TOY-001")) {
            check(ada, path, device);
        }
        check(ada, "/products/OUT-006", device);
        check(ada, "/cart", device);
        check(ada, "/sign-in", device);
        check(ada, "/sign-in?failed", device);
        check(ada, "/register", device);
        check(ada, "/licences", device);
        check(ada, "/no/such/page", device);
        ada.opensAnAccount("Ada Ledger");
        check(ada, "/orders", device);
        check(ada, "/staff/fulfilments", device);
        ada.takes("TOY-001", 1);
        check(ada, "/cart", device);
        check(ada, "/checkout", device);
        ada.orders("4242 4242 4242 4242");
        ada.watchesItBecome("Confirmed");
        checkHere(ada, "order", device);
        ada.takes("TOY-001", 1);
        ada.orders("4000 0000 0000 0002");
        ada.watchesItBecome("Not fulfilled");
        checkHere(ada, "order-refused", device);
        check(ada, "/orders", device);
    }

    @Test
    void no_page_of_stock_and_catalogue_keeps_staff_out() {
        try (Visitor phone = shop.visitorWithPhone(ColorScheme.DARK);
                Visitor desk = shop.visitorWithDesk(ColorScheme.LIGHT)) {
            visitStockAndCatalogue(phone, "phone-dark");
            visitStockAndCatalogue(desk, "desk-light");
        }
    }

    private static void visitStockAndCatalogue(Visitor walt, String device) {
        walt.signsInAs("warehouse@daybook.example", "warehouse-demo");
        check(walt, "/staff/inventory", device);
        check(walt, "/staff/inventory?low=true", device);
        check(walt, "/staff/inventory/TOY-001", device);
        walt.button("Receive").click();
        checkHere(walt, "staff-inventory-refused", device);
        check(walt, "/staff/inventory/TOY-001?compare=", device);
        check(walt, "/staff/catalogue", device);
        check(walt, "/staff/catalogue/new", device);
        walt.button("List product").click();
        checkHere(walt, "staff-catalogue-refused", device);
        check(walt, "/staff/catalogue/TOY-001", device);
    }

    private static void check(Visitor ada, String path, String device) {
        ada.goTo(path);
        checkHere(ada, path.replaceAll("[^a-z]+", "-"), device);
    }

    static void checkHere(Visitor ada, String name, String device) {
        List<String> findings = new AxeBuilder(ada.page())
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(AccessibilityIT::say)
                        .toList();
        assertThat(findings).as(name + " on " + device).isEmpty();
        ada.takesAPicture(device + "-" + name);
    }

    private static String say(Rule rule) {
        return "%s: %s at %s"
                .formatted(rule.getId(), rule.getHelp(), rule.getNodes().get(0).getHtml());
    }
}

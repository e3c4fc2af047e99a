package io.daybook.standalone.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody with a browser of their own, and what they do with it. */
final class Visitor implements AutoCloseable {

    private static final String PASSWORD = "three words here";

    private final BrowserContext context;
    private final Duration patience;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final String email = UUID.randomUUID() + "@example.org";

    Visitor(BrowserContext context, Duration patience) {
        this.context = context;
        this.patience = patience;
        context.setDefaultTimeout(patience.toMillis());
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // A status that the page shows is not a fault of the page.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
    }

    Page page() {
        return page;
    }

    /** What scripts and the content security policy complained about on any page. */
    List<String> complaints() {
        return complaints;
    }

    void goTo(String path) {
        page.navigate(path);
    }

    /** Looks at a page again and again until it says so: for what a view has yet to learn. */
    void sees(String path, String text) {
        await().atMost(patience).pollInterval(Duration.ofMillis(300)).until(() -> {
            page.navigate(path);
            return page.content().contains(text);
        });
    }

    void opensAnAccount(String name) {
        goTo("/register");
        fillInAccount(name);
    }

    void fillInAccount(String name) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        button("Open account").click();
        assertThat(button("Sign out")).isVisible();
    }

    void signsIn() {
        signsInAs(email, PASSWORD);
    }

    void signsInAs(String address, String password) {
        goTo("/sign-in");
        page.getByLabel("E-mail").fill(address);
        page.getByLabel("Password").fill(password);
        page.locator("main").getByRole(AriaRole.BUTTON).click();
        assertThat(button("Sign out")).isVisible();
    }

    /** Puts so many units of a product into the basket from its page. */
    void takes(String sku, int quantity) {
        goTo("/products/" + sku);
        page.getByLabel("Quantity").fill(String.valueOf(quantity));
        button("Add to basket").click();
        assertThat(page.getByText("in your basket").or(heading("Your basket"))).isVisible();
    }

    void fillsInTheAddress() {
        goTo("/checkout");
        page.getByLabel("Street and number").fill("12 Quay Street");
        page.getByLabel("Town").fill("Whitby");
        page.getByLabel("Postcode").fill("YO21 1AA");
    }

    /** Orders what is in the basket, and is then on the order's page. */
    void orders(String card) {
        fillsInTheAddress();
        page.getByLabel(card).check();
        button("Place order").click();
        page.waitForURL("**/orders/*");
    }

    /** The order on this page comes to stand so, without the page being loaded again. */
    void watchesItBecome(String state) {
        assertThat(page.locator(".standing-name")).hasText(state);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    /** Leaves a mark on the page that only loading it again removes. */
    void marks() {
        page.evaluate("document.body.dataset.mark = 'here'");
    }

    void stillHasTheMark() {
        assertThat(page.locator("body[data-mark=here]")).isAttached();
    }

    /** Presses a button that leads to another page, or to this one as it is then, and is there. */
    void leavesBy(Locator button) {
        marks();
        button.click();
        assertThat(page.locator("body[data-mark=here]")).not().isAttached();
    }

    /** What the browser remembers of the shop. */
    List<Cookie> cookies() {
        return context.cookies();
    }

    void has(List<Cookie> cookies) {
        context.addCookies(cookies);
    }

    void takesAPicture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}

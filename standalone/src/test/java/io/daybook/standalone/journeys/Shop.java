package io.daybook.standalone.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.daybook.standalone.RunningPlatform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The platform and a browser to visit it with. */
final class Shop implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Path SYSTEM_CHROMIUM = Path.of("/usr/bin/chromium");

    private final RunningPlatform platform;
    private final Playwright playwright;
    private final Browser browser;

    private Shop(RunningPlatform platform, Playwright playwright, Browser browser) {
        this.platform = platform;
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Further arguments are settings of the platform. */
    static Shop open(Shape shape, Path data, String... settings) {
        return open(shape.start(data, settings));
    }

    /** Further arguments are settings of the platform. */
    static Shop open(Path data, String... settings) {
        return open(Shape.STANDALONE, data, settings);
    }

    private static Shop open(RunningPlatform platform) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment()));
        Browser browser = playwright.chromium().launch(options());
        return new Shop(platform, playwright, browser);
    }

    String url() {
        return platform.url();
    }

    /** Where the platform keeps its views. */
    String views() {
        return platform.views();
    }

    Visitor visitor() {
        return visitor(new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    Visitor visitorWithPhone(ColorScheme scheme) {
        return visitor(new Browser.NewContextOptions().setViewportSize(390, 844).setColorScheme(scheme));
    }

    Visitor visitorWithDesk(ColorScheme scheme) {
        return visitor(
                new Browser.NewContextOptions().setViewportSize(1280, 900).setColorScheme(scheme));
    }

    Visitor visitorWithoutJavaScript() {
        return visitor(new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false));
    }

    private Visitor visitor(Browser.NewContextOptions options) {
        options.setBaseURL(url()).setLocale("en-GB").setTimezoneId("Europe/London");
        return new Visitor(browser.newContext(options), PATIENCE);
    }

    /** Chromium as the environment names it, or the system's; otherwise the one that Playwright has downloaded. */
    private static BrowserType.LaunchOptions options() {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        Path browser = chromium();
        return Files.isExecutable(browser) ? options.setExecutablePath(browser) : options;
    }

    private static Map<String, String> environment() {
        return Files.isExecutable(chromium()) ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
    }

    private static Path chromium() {
        return Path.of(Objects.requireNonNullElse(System.getenv("CHROMIUM"), SYSTEM_CHROMIUM.toString()));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        platform.close();
    }
}

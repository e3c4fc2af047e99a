package io.daybook.standalone.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StaffInventoryJourneyIT {

    @TempDir
    private static Path data;

    private static Shop shop;

    private Visitor walt;

    @BeforeAll
    static void open() {
        shop = Shop.open(data);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void come_to_work() {
        walt = shop.visitor();
        walt.signsInAs("warehouse@daybook.example", "warehouse-demo");
    }

    @AfterEach
    void leave() {
        walt.close();
        assertThat(walt.complaints())
                .as("what scripts and the content security policy complained about")
                .isEmpty();
    }

    private Locator row(String sku) {
        return walt.page().locator("tr[sse-swap='stock-" + sku + "']");
    }

    @Test
    void the_open_list_follows_what_others_receive_and_sell() {
        walt.goTo("/staff/inventory?q=TOY-008");
        assertThat(row("TOY-008")).containsText("Low");
        walt.marks();
        try (Visitor olive = shop.visitor()) {
            olive.signsInAs("operator@daybook.example", "operator-demo");
            olive.goTo("/staff/inventory/TOY-008");
            olive.page().locator("#receive-quantity").fill("20");
            olive.page().locator("#receive-reason").fill("delivery 17");
            olive.button("Receive").click();
            assertThat(olive.page().getByText("It is in the books.")).isVisible();
            assertThat(olive.page().locator("tbody tr").first()).containsText("delivery 17");
            assertThat(olive.page().locator("tbody tr").first()).containsText("+20");
            olive.takesAPicture("staff-stock");
        }
        assertThat(row("TOY-008").locator("td").first()).hasText("26");
        assertThat(row("TOY-008")).containsText("Enough");
        try (Visitor ada = shop.visitor()) {
            ada.opensAnAccount("Ada Ledger");
            ada.takes("TOY-008", 2);
            ada.orders("4242 4242 4242 4242");
            ada.watchesItBecome("Confirmed");
        }
        assertThat(row("TOY-008").locator("td").nth(1)).hasText("2");
        walt.stillHasTheMark();
        walt.takesAPicture("staff-inventory-live");

        walt.goTo("/staff/inventory/TOY-008");
        walt.page().getByText("Compare now").click();
        assertThat(walt.page().getByText("Equal.")).isVisible();
        assertThat(walt.page().locator("#compare")).containsText("The log says");
        walt.takesAPicture("staff-stock-compared");
    }

    @Test
    void more_than_there_is_cannot_be_taken_away() {
        walt.goTo("/staff/inventory/KIT-008");
        walt.page().locator("#adjust-quantity").fill("-1000");
        walt.page().locator("#adjust-reason").fill("broken");
        walt.button("Adjust").click();
        assertThat(walt.page().locator("#adjust-quantity-wrong")).hasText("Only 3 units of KIT-008 are available.");
        assertThat(walt.page().locator("#adjust-quantity")).hasValue("-1000");
        walt.takesAPicture("staff-stock-refused");
    }

    @Test
    void files_go_in_with_bad_lines_shown_and_come_out() throws IOException {
        walt.goTo("/staff/inventory");
        String rows = "sku,quantity,reason\nGAR-001,5,delivery 18\nGAR-002,many,delivery 18\n";
        walt.page()
                .getByLabel("Deliveries (CSV)")
                .setInputFiles(new FilePayload("stock.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
        walt.button("Bring in").click();
        assertThat(walt.page().getByText("good rows were taken")).isVisible();
        assertThat(walt.page().locator("tbody tr")).hasCount(1);
        assertThat(walt.page().locator("tbody tr")).containsText("must be a whole number");
        walt.takesAPicture("staff-import");
        walt.goTo("/staff/catalogue");
        Download file = walt.page()
                .waitForDownload(() ->
                        walt.page().getByText("Download all products on sale").click());
        assertThat(Files.readString(file.path()))
                .startsWith("sku,name,description,category,price,picture")
                .contains("TOY-001,");
    }

    @Test
    void a_new_product_with_a_photograph_of_its_own_comes_into_the_shop() throws IOException {
        walt.goTo("/staff/catalogue/new");
        walt.page().getByLabel("Code").fill("LAMP-1");
        walt.page().getByLabel("Name").fill("Brass Lamp");
        walt.page().getByLabel("Category").fill("Kitchen");
        walt.page().getByLabel("Price in pounds").fill("cheap");
        walt.button("List product").click();
        assertThat(walt.page().locator("#price-wrong")).isVisible();
        walt.page().getByLabel("Price in pounds").fill("12.50");
        walt.page().getByLabel("Picture file").setInputFiles(new FilePayload("lamp.jpg", "image/jpeg", photograph()));
        walt.button("List product").click();
        assertThat(walt.page().getByText("The product is listed.")).isVisible();
        walt.takesAPicture("staff-catalogue");

        walt.sees("/?q=brass+lamp", "Brass Lamp");
        Locator picture = walt.page().locator(".card-picture img");
        assertThat(picture).hasAttribute("src", Pattern.compile("/pictures/[0-9a-f]{32}\\.jpg"));
        picture.scrollIntoViewIfNeeded();
        walt.page().waitForFunction("document.querySelector('.card-picture img').naturalWidth === 800");
        walt.takesAPicture("shop-photograph");

        walt.goTo("/staff/catalogue/LAMP-1");
        walt.page().getByLabel("Price in pounds").fill("13");
        walt.button("Set price").click();
        assertThat(walt.page().getByText("The new price holds")).isVisible();
        walt.sees("/products/LAMP-1", "£13.00");
        walt.goTo("/staff/catalogue/LAMP-1");
        walt.takesAPicture("staff-product");
        walt.page().getByLabel("Reason").fill("end of line");
        walt.button("Retire product").click();
        walt.sees("/staff/catalogue/LAMP-1", "This product is retired");
        walt.sees("/products/LAMP-1", "no longer sold");
    }

    @Test
    void stock_is_received_without_javascript() {
        try (Visitor carl = shop.visitorWithoutJavaScript()) {
            carl.signsInAs("warehouse@daybook.example", "warehouse-demo");
            carl.goTo("/staff/inventory?q=BOO-001");
            carl.page().locator("tbody a").first().click();
            carl.page().locator("#receive-quantity").fill("4");
            carl.page().locator("#receive-reason").fill("found behind the shelf");
            carl.button("Receive").click();
            assertThat(carl.page().getByText("found behind the shelf")).isVisible();
            carl.takesAPicture("staff-without-javascript");
        }
    }

    private static byte[] photograph() throws IOException {
        BufferedImage image = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.ORANGE);
        canvas.fillOval(300, 200, 900, 800);
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }
}

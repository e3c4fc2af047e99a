package io.daybook.ui.inventory;

import static io.daybook.ui.world.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.AccountsDatabase;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.imports.ImportKind;
import io.daybook.ui.imports.Imports;
import io.daybook.ui.world.People;
import io.daybook.ui.world.Shelves;
import io.daybook.ui.world.ShopTest;
import io.daybook.ui.world.Stockroom;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@ShopTest
class InventoryPageTest {

    private final MockMvc browser;
    private final Shelves shelves;
    private final Stockroom stockroom;
    private final AccountsDatabase database;
    private final Account walt = People.staff(Role.WAREHOUSE);

    @Autowired
    InventoryPageTest(MockMvc browser, Shelves shelves, Stockroom stockroom, AccountsDatabase database) {
        this.browser = browser;
        this.shelves = shelves;
        this.stockroom = stockroom;
        this.database = database;
    }

    @BeforeEach
    void fill_the_shelves() {
        shelves.clear();
        stockroom.clear();
        shelves.list("KIT-001", "Everyday <b>Mug</b>", "Kitchen", "8.50", "hot-beverage", 240);
        shelves.list("KIT-002", "Stockpot", "Kitchen", "1244.00", "pot-of-food", 3);
        shelves.list("KIT-003", "Old Pan", "Kitchen", "4.00", "cooking", 0);
        shelves.retire("KIT-003");
    }

    private String page(String path) throws Exception {
        return browser.perform(get(path).with(by(walt)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MvcResult move(String path, String quantity, String reason, String movement) throws Exception {
        return browser.perform(post(path)
                        .param("quantity", quantity)
                        .param("reason", reason)
                        .param("movement", movement)
                        .with(by(walt))
                        .with(csrf()))
                .andReturn();
    }

    @Test
    void levels_are_listed_and_low_ones_counted() throws Exception {
        assertThat(page("/staff/inventory"))
                .contains("Everyday &lt;b&gt;Mug&lt;/b&gt;", "240", "Low", "Retired", "<strong>1</strong>")
                .contains("product is low")
                .contains("/staff/inventory/live?sku=KIT-001&amp;sku=KIT-002")
                .contains("sse-swap=\"stock-KIT-002\"");
        assertThat(page("/staff/inventory?low=true")).contains("Stockpot").doesNotContain("Mug", "Old Pan");
        assertThat(page("/staff/inventory?q=kit-001")).contains("Mug").doesNotContain("Stockpot");
        assertThat(page("/staff/inventory?q=zebra&page=x")).contains("Nothing matches");
        browser.perform(get("/staff/inventory").header("HX-Request", "true").with(by(walt)))
                .andExpect(content().string(allOf(containsString("Stockpot"), not(containsString("<html")))));
    }

    @Test
    void how_far_views_are_behind_is_shown() throws Exception {
        assertThat(page("/staff/inventory")).contains("The log ends at").containsPattern("\\d+ events?|Up to date");
    }

    @Test
    void units_are_received_once_however_often_the_button_is_pressed() throws Exception {
        Matcher form =
                Pattern.compile("name=\"movement\" value=\"([^\"]+)\"").matcher(page("/staff/inventory/KIT-002"));
        assertThat(form.find()).isTrue();
        String movement = form.group(1);
        for (int i = 0; i < 2; i++) {
            MvcResult result = move("/staff/inventory/KIT-002/receipts", "7", "delivery 17", movement);
            assertThat(result.getResponse().getRedirectedUrl()).isEqualTo("/staff/inventory/KIT-002");
        }
        assertThat(stockroom.movements("KIT-002")).hasSize(1);
        assertThat(page("/staff/inventory/kit-002")).contains("+7", "delivery 17", "<dd>10</dd>", "Received");
    }

    @Test
    void what_is_not_there_cannot_be_taken_and_the_field_says_so() throws Exception {
        MvcResult refused = move("/staff/inventory/KIT-002/adjustments", "-4", "broken", "m1");
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(refused.getResponse().getContentAsString())
                .contains("Only 3 units of KIT-002 are available.", "value=\"-4\"", "value=\"broken\"")
                .contains("aria-describedby=\"adjust-quantity-wrong\"", "value=\"m1\"");
        move("/staff/inventory/KIT-002/adjustments", "-3", "broken", "m1");
        assertThat(page("/staff/inventory/KIT-002")).contains("\u22123", "broken", "Adjusted");
    }

    @ParameterizedTest
    @CsvSource({
        "receipts,0,reason,receive-quantity",
        "receipts,-1,reason,receive-quantity",
        "receipts,x,reason,receive-quantity",
        "receipts,99999999999,reason,receive-quantity",
        "receipts,'',reason,receive-quantity",
        "receipts,1,'',receive-reason",
        "adjustments,0,reason,adjust-quantity",
        "adjustments,10000001,reason,adjust-quantity",
        "adjustments,1,' ',adjust-reason"
    })
    void what_makes_no_sense_is_said_at_its_field(String what, String quantity, String reason, String field)
            throws Exception {
        MvcResult result = move("/staff/inventory/KIT-001/" + what, quantity, reason, "m" + UUID.randomUUID());
        assertThat(result.getResponse().getStatus()).isEqualTo(422);
        assertThat(result.getResponse().getContentAsString()).contains("id=\"" + field + "-wrong\"");
        assertThat(stockroom.movements("KIT-001")).isEmpty();
    }

    @Test
    void log_and_view_of_a_product_are_compared_when_asked() throws Exception {
        assertThat(page("/staff/inventory/KIT-002")).doesNotContain("The log says");
        assertThat(page("/staff/inventory/KIT-002?compare=")).contains("The log says", "Different!");
        shelves.list("KIT-004", "Bowl", "Kitchen", "4.00", "", 0);
        move("/staff/inventory/KIT-004/receipts", "2", "delivery", "c1");
        assertThat(page("/staff/inventory/KIT-004?compare=")).contains("Equal.");
    }

    @Test
    void it_is_for_the_warehouse_and_operators() throws Exception {
        for (String path : new String[] {
            "/staff/inventory",
            "/staff/inventory/KIT-001",
            "/staff/inventory.csv",
            "/staff/imports/x",
            "/staff/inventory/live"
        }) {
            browser.perform(get(path).with(by(People.staff(Role.SUPPORT)))).andExpect(status().isForbidden());
            browser.perform(get(path).with(by(People.newCustomer()))).andExpect(status().isForbidden());
        }
        browser.perform(get("/staff/inventory").with(by(People.staff(Role.OPERATOR))))
                .andExpect(status().isOk());
        browser.perform(get("/staff/inventory/NO-SUCH").with(by(walt))).andExpect(status().isNotFound());
        browser.perform(get("/staff/inventory/a b").with(by(walt))).andExpect(status().isNotFound());
        browser.perform(post("/staff/inventory/KIT-001/receipts").with(by(walt)))
                .andExpect(status().isForbidden());
    }

    @Test
    void what_is_on_hand_can_be_had_as_a_file() throws Exception {
        MvcResult started =
                browser.perform(get("/staff/inventory.csv").with(by(walt))).andReturn();
        browser.perform(asyncDispatch(started))
                .andExpect(content()
                        .string(allOf(
                                containsString("sku,quantity,reason,movementId,warehouse\r\n"),
                                containsString("KIT-001,240,on hand,count-"),
                                not(containsString("KIT-003")))));
    }

    @Test
    void a_file_of_deliveries_is_taken_once_and_bad_lines_are_shown() throws Exception {
        String key = UUID.randomUUID().toString();
        String rows = "sku,quantity,reason\nKIT-001,5,delivery\nKIT-002,x,delivery\n";
        String address = "";
        for (int i = 0; i < 2; i++) {
            address = upload(rows, key).getResponse().getRedirectedUrl();
            assertThat(address).startsWith("/staff/imports/");
        }
        String progress = address;
        Awaitility.await().untilAsserted(() -> assertThat(page(progress)).contains("good rows were taken"));
        assertThat(page(progress)).contains("must be a whole number", ">3<", "Send only the rows listed here again");
        assertThat(stockroom.movements("KIT-001")).hasSize(1);
    }

    @Test
    void an_interrupted_file_goes_on_under_its_key_and_only_for_whoever_brought_it() throws Exception {
        String key = UUID.randomUUID().toString();
        String rows = "sku,quantity,reason\nKIT-001,5,delivery\n";
        String address = upload(rows, key).getResponse().getRedirectedUrl();
        Awaitility.await().untilAsserted(() -> assertThat(page(address)).contains("everything was taken"));
        database.collection("imports")
                .updateOne(
                        Filters.eq("_id", Imports.id(ImportKind.STOCK, walt, key)),
                        Updates.combine(
                                Updates.set("state", "RUNNING"), Updates.set("aliveAt", Date.from(Instant.EPOCH))));
        assertThat(page(address)).contains("Interrupted", "name=\"key\" value=\"" + key + "\"");
        browser.perform(get(address).with(by(People.staff(Role.WAREHOUSE))))
                .andExpect(content().string(not(containsString("name=\"key\""))));

        assertThat(upload("sku,quantity,reason\nKIT-001,6,delivery\n", key)
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(address);
        assertThat(upload(rows, key).getResponse().getRedirectedUrl()).isEqualTo(address);
        Awaitility.await().untilAsserted(() -> assertThat(page(address)).contains("everything was taken"));
        assertThat(stockroom.movements("KIT-001")).hasSize(1);
    }

    @Test
    void a_file_that_does_not_fit_is_not_taken() throws Exception {
        MvcResult unfit = upload("sku,colour\n", UUID.randomUUID().toString());
        assertThat(unfit.getResponse().getRedirectedUrl()).isEqualTo("/staff/inventory#import");
        assertThat(String.valueOf(unfit.getFlashMap().get("importProblem")))
                .contains("quantity", "is missing", "colour", "not a known column");
        MvcResult empty = upload("", UUID.randomUUID().toString());
        assertThat(String.valueOf(empty.getFlashMap().get("importProblem"))).contains("choose a file");
        browser.perform(get("/staff/imports/no-such").with(by(walt))).andExpect(status().isNotFound());
    }

    private MvcResult upload(String rows, String key) throws Exception {
        MockMultipartFile file =
                new MockMultipartFile("file", "stock.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8));
        return browser.perform(multipart("/staff/inventory/imports")
                        .file(file)
                        .param("key", key)
                        .with(by(walt))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn();
    }
}

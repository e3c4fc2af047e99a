package io.daybook.ui.assortment;

import static io.daybook.ui.world.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.pictures.Images;
import io.daybook.ui.world.People;
import io.daybook.ui.world.Shelves;
import io.daybook.ui.world.ShopTest;
import io.daybook.ui.world.Stockroom;
import java.nio.charset.StandardCharsets;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@ShopTest
class AssortmentPageTest {

    private final MockMvc browser;
    private final Shelves shelves;
    private final Stockroom stockroom;
    private final Account walt = People.staff(Role.WAREHOUSE);

    @Autowired
    AssortmentPageTest(MockMvc browser, Shelves shelves, Stockroom stockroom) {
        this.browser = browser;
        this.shelves = shelves;
        this.stockroom = stockroom;
    }

    @BeforeEach
    void fill_the_shelves() {
        shelves.clear();
        stockroom.clear();
        shelves.list("KIT-001", "Everyday <b>Mug</b>", "Kitchen", "8.50", "hot-beverage", 240);
        shelves.list("KIT-003", "Old Pan", "Kitchen", "4.00", "cooking", 0);
        shelves.retire("KIT-003");
    }

    private static MockMultipartFile file(byte[] content) {
        return new MockMultipartFile("file", "photo.png", "image/png", content);
    }

    private ResultActions send(String path, MockMultipartFile picture, String... fields) throws Exception {
        MockMultipartHttpServletRequestBuilder form = multipart(path);
        if (picture != null) {
            form.file(picture);
        }
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return browser.perform(form.with(by(walt)).with(csrf()));
    }

    private String page(String path) throws Exception {
        return browser.perform(get(path).with(by(walt)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void products_are_listed_retired_ones_when_asked() throws Exception {
        assertThat(page("/staff/catalogue"))
                .contains("Everyday &lt;b&gt;Mug&lt;/b&gt;", "£8.50", "/pictures/hot-beverage.svg")
                .doesNotContain("Old Pan");
        assertThat(page("/staff/catalogue?retired=true")).contains("Old Pan", "Retired");
        assertThat(page("/staff/catalogue?q=zebra")).contains("Nothing matches");
    }

    @Test
    void a_product_is_listed_with_a_picture_that_was_sent() throws Exception {
        String[] lamp = {"sku", "lamp-1", "name", "Lamp", "description", "Glows", "category", "Lights", "price", "2.50"
        };
        for (int i = 0; i < 2; i++) {
            send("/staff/catalogue", file(Images.of("png", 20, 20)), lamp).andExpect(redirectedUrl("/staff/catalogue"));
        }
        assertThat(stockroom.product("LAMP-1").price()).isEqualTo(Money.parse("GBP 2.50"));
        String picture = stockroom.product("LAMP-1").picture();
        assertThat(picture).matches("[0-9a-f]{32}\\.png");
        browser.perform(get("/pictures/" + picture))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/png"));
        browser.perform(get("/products/LAMP-1")).andExpect(content().string(containsString("/pictures/" + picture)));
    }

    @Test
    void what_makes_no_sense_is_said_at_its_field_and_what_was_typed_stays() throws Exception {
        String answer = send(
                        "/staff/catalogue",
                        null,
                        "sku",
                        "LAMP-2",
                        "name",
                        "Lamp",
                        "category",
                        "Lights",
                        "price",
                        "cheap")
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).contains("id=\"price-wrong\"", "value=\"cheap\"", "value=\"LAMP-2\"");
        assertThat(send("/staff/catalogue", null, "sku", "a b", "price", "1")
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("id=\"sku-wrong\"");
        assertThat(send("/staff/catalogue", null, "sku", "KIT-001", "name", "Other", "category", "Lights", "price", "1")
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("listed already, and differs.", "id=\"sku-wrong\"");
    }

    @Test
    void a_file_that_is_no_picture_is_refused_at_its_field() throws Exception {
        for (byte[] bad : new byte[][] {
            "text".getBytes(StandardCharsets.UTF_8), Images.bomb(9_000, 9_000), new byte[2 * 1024 * 1024 + 1]
        }) {
            send("/staff/catalogue/KIT-001", file(bad), "name", "Mug", "category", "Kitchen", "picture", "hot-beverage")
                    .andExpect(status().is(422))
                    .andExpect(content().string(containsString("id=\"picture-wrong\"")));
        }
        send("/staff/catalogue/KIT-001", null, "name", "Mug", "category", "Kitchen", "picture", "no-such-icon")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("is not known")));
        assertThat(stockroom.product("KIT-001").picture()).isEqualTo("hot-beverage");
    }

    @Test
    void a_product_is_revised_repriced_and_retired() throws Exception {
        send("/staff/catalogue/KIT-001", null, "name", "Mug", "category", "Cups", "picture", "teacup-without-handle")
                .andExpect(redirectedUrl("/staff/catalogue/KIT-001"));
        assertThat(stockroom.product("KIT-001").name()).isEqualTo("Mug");
        assertThat(stockroom.product("KIT-001").category()).isEqualTo("Cups");
        browser.perform(post("/staff/catalogue/KIT-001/price")
                        .param("price", "£9")
                        .with(by(walt))
                        .with(csrf()))
                .andExpect(redirectedUrl("/staff/catalogue/KIT-001"));
        assertThat(stockroom.product("KIT-001").price()).isEqualTo(Money.parse("GBP 9.00"));
        browser.perform(post("/staff/catalogue/KIT-001/price")
                        .param("price", "0")
                        .with(by(walt))
                        .with(csrf()))
                .andExpect(status().is(422));
        browser.perform(post("/staff/catalogue/KIT-001/retirement")
                        .with(by(walt))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"reason-wrong\"")));
        browser.perform(post("/staff/catalogue/KIT-001/retirement")
                        .param("reason", "old")
                        .with(by(walt))
                        .with(csrf()))
                .andExpect(redirectedUrl("/staff/catalogue/KIT-001"));
        assertThat(page("/staff/catalogue/KIT-001"))
                .contains("This product is retired")
                .doesNotContain("Set price");
        browser.perform(post("/staff/catalogue/KIT-001/price")
                        .param("price", "7")
                        .with(by(walt))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("is retired.")));
    }

    @Test
    void it_is_for_the_warehouse_and_operators() throws Exception {
        for (String path : new String[] {
            "/staff/catalogue", "/staff/catalogue/new", "/staff/catalogue/KIT-001", "/staff/catalogue.csv"
        }) {
            browser.perform(get(path).with(by(People.staff(Role.SUPPORT)))).andExpect(status().isForbidden());
            browser.perform(get(path).with(by(People.newCustomer()))).andExpect(status().isForbidden());
        }
        browser.perform(get("/staff/catalogue").with(by(People.staff(Role.OPERATOR))))
                .andExpect(status().isOk());
        browser.perform(get("/staff/catalogue/NO-SUCH").with(by(walt))).andExpect(status().isNotFound());
    }
}

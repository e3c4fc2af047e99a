package io.daybook.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.CatalogCommand.ListProduct;
import io.daybook.api.catalog.Sku;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CatalogueFileTest {

    private static List<CSVRecord> products;

    @BeforeAll
    static void read() throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader file = new InputStreamReader(resource("/demo/catalogue.csv"), StandardCharsets.UTF_8)) {
            products = format.parse(file).getRecords();
        }
    }

    @Test
    void there_is_something_for_everybody() {
        assertThat(products).hasSizeBetween(160, 200);
        assertThat(products.stream().map(product -> product.get("category")).distinct())
                .hasSizeBetween(10, 12);
        assertThat(products).extracting(product -> product.get("sku")).doesNotHaveDuplicates();
        assertThat(products).extracting(product -> product.get("name")).doesNotHaveDuplicates();
    }

    @Test
    void every_product_can_be_listed() {
        assertThat(products)
                .allSatisfy(product -> assertThat(new ListProduct(
                                new Sku(product.get("sku")),
                                product.get("name"),
                                product.get("description"),
                                product.get("category"),
                                Money.parse("GBP " + product.get("price")),
                                product.get("picture")))
                        .satisfies(listed -> assertThat(listed.description()).endsWith(".")));
    }

    @Test
    void every_picture_exists() throws IOException {
        try (InputStream file = resource("/pictures/fluent-emoji-flat.json")) {
            JsonNode icons = JsonMapper.shared().readTree(file).path("icons");
            assertThat(products)
                    .extracting(product -> product.get("picture"))
                    .allSatisfy(picture ->
                            assertThat(icons.has(picture)).as(picture).isTrue());
        }
    }

    @Test
    void some_are_sold_out_and_some_are_nearly() {
        assertThat(stock()).allMatch(units -> units >= 0 && units <= 500);
        assertThat(stock().filter(units -> units == 0)).hasSizeGreaterThan(5);
        assertThat(stock().filter(units -> units > 0 && units <= 5)).hasSizeGreaterThan(5);
    }

    private static IntStream stock() {
        return products.stream().mapToInt(product -> Integer.parseInt(product.get("stock")));
    }

    private static InputStream resource(String name) {
        return CatalogueFileTest.class.getResourceAsStream(name);
    }
}

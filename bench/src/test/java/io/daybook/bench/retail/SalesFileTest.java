package io.daybook.bench.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalesFileTest {

    /** A small file with every kind of oddity that real ones have. */
    static final String ODD = """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            500002,11111,"TIN, ""SMALL""  ",5,2010-12-01 09:00:00,2.50,17850,United Kingdom
            500001,22222a, GLASS JAR £1 ,2,2010-12-01 08:00:00,1.25,,EIRE
            500001,22222A,GLASS JAR £1,3,2010-12-01 08:01:00,1.25,,EIRE
            500001,22222A,damaged,1,2010-12-01 08:01:00,1.5,,EIRE
            500001,22222A,GLASS JAR £1,3,2010-12-01 08:01:00,1.25,,EIRE
            C500003,11111,"TIN, ""SMALL""\",-1,2010-12-01 09:30:00,2.50,17850,United Kingdom
            A500004,B,Adjust bad debt,1,2010-12-01 10:00:00,-11062.06,,United Kingdom
            500005,POST,POSTAGE,1,2010-12-01 10:00:00,18.00,12583,France
            500006,33333,,-10,2010-12-01 10:00:00,0,,United Kingdom
            500007,33333,,10,2010-12-01 10:00:00,0.0,,United Kingdom
            500008,33333,BEADS,1000,2010-12-01 10:00:00,0.001,12583,France
            500009,11111,TIN,ten,2010-12-01 10:00:00,2.50,12583,France
            500009,11111,TIN,10,1.12.2010 10:00,2.50,12583,France
            500009,11111,TIN,10,2010-12-01 10:00:00,two,12583,France
            500009,11111,TIN,10,2010-12-01 10:00:00,2.50
            500009,"11111"x,TIN,10,2010-12-01 10:00:00,2.50,12583,France

            500010,"11111,TIN,10,2010-12-01 10:00:00,2.50,12583,France
            500011,"44444","TWO
            LINES",1,2010-12-01 11:00:00,0.01,12583,France
            500011,11111,TIN,1,2010-12-01 11:00:00,2.50,99999,France
            """;

    @TempDir
    Path folder;

    @Test
    void each_oddity_is_counted_or_reported_by_its_line() throws IOException {
        Sales sales = read(ODD);

        assertThat(sales.rows()).isEqualTo(20);
        assertThat(sales.excluded())
                .isEqualTo(Map.of(
                        "cancellation", 1,
                        "invoice number is not six digits", 1,
                        "not a product", 1,
                        "quantity not positive", 1,
                        "price not positive", 1,
                        "price has fractions of a penny", 1));
        assertThat(sales.unreadable())
                .containsExactly(
                        new UnreadableRow(13, "quantity is not a whole number: ten"),
                        new UnreadableRow(
                                14, "date is not like 2010-12-01 08:26:00 or 12/1/2010 8:26: 1.12.2010 10:00"),
                        new UnreadableRow(15, "price is not a number: two"),
                        new UnreadableRow(16, "6 columns where the header has 8"),
                        new UnreadableRow(17, "broken quotes"),
                        new UnreadableRow(18, "no row"),
                        new UnreadableRow(19, "broken quotes"));
        assertThat(sales.contradictions()).isEqualTo(1);
        assertThat(sales.products()).containsOnlyKeys("11111", "22222A", "44444");
        assertThat(sales.customers()).containsExactly("12583", "17850");
    }

    @Test
    void orders_come_in_order_of_time() throws IOException {
        assertThat(read(ODD).orders()).extracting(SalesOrder::invoice).containsExactly("500001", "500002", "500011");
    }

    @Test
    void rows_of_one_product_at_one_price_are_one_line_and_at_another_price_another() throws IOException {
        SalesOrder order = read(ODD).orders().get(0);
        assertThat(order.lines())
                .containsExactly(
                        new SalesOrder.Line("22222A", new BigDecimal("1.25"), 8),
                        new SalesOrder.Line("22222A", new BigDecimal("1.50"), 1));
        assertThat(order.total()).isEqualTo("11.50");
        assertThat(order.rows()).isEqualTo(4);
        assertThat(order.customerId()).isNull();
        assertThat(order.country()).isEqualTo("EIRE");
    }

    @Test
    void product_is_called_and_priced_as_it_mostly_is() throws IOException {
        Map<String, SoldProduct> products = read(ODD).products();
        assertThat(products.get("22222A").name()).isEqualTo("GLASS JAR £1");
        assertThat(products.get("22222A").price()).isEqualTo("1.25");
        assertThat(products.get("22222A").units()).isEqualTo(9);
        assertThat(products.get("11111").name()).isEqualTo("TIN, \"SMALL\"");
        assertThat(products.get("44444").name()).isEqualTo("TWO\nLINES");
    }

    @Test
    void file_in_gzip_and_with_a_byte_order_mark_is_read_alike() throws IOException {
        Path file = folder.resolve("sales.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("\uFEFF" + ODD).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(RetailText.ofFile(SalesFile.read(file))).isEqualTo(RetailText.ofFile(read(ODD)));
    }

    @Test
    void row_that_is_not_utf_8_is_unreadable() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(
                file,
                (ODD.lines().findFirst().orElseThrow() + "\n500001,11111,POUND £,1,2010-12-01 10:00:00,1.00,1,France\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(SalesFile.read(file).unreadable()).containsExactly(new UnreadableRow(2, "not UTF-8"));
    }

    @Test
    void date_is_read_as_the_data_set_first_had_it_the_month_before_the_day() throws IOException {
        Sales sales = read(
                ODD.lines().findFirst().orElseThrow()
                        + "\n500001,11111,TIN,1,12/1/2010 8:26,1.00,1,France\n500002,11111,TIN,1,13/1/2010 8:26,1.00,1,France\n");
        assertThat(sales.orders()).extracting(SalesOrder::at).containsExactly(LocalDateTime.of(2010, 12, 1, 8, 26));
        assertThat(sales.unreadable()).extracting(UnreadableRow::line).containsExactly(3);
    }

    @Test
    void quote_that_is_left_open_takes_no_row_after_it_with_it() throws IOException {
        Sales sales = read("""
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                500001,11111,"TIN,1,2010-12-01 10:00:00,2.50,1,France
                500002,11111,TIN,1,2010-12-01 10:00:00,2.50,1,France
                500003,11111,TIN",1,2010-12-01 10:00:00,2.50,1,France
                500004,11111,TIN,1,2010-12-01 10:00:00,2.50,1,France
                """);
        assertThat(sales.rows()).isEqualTo(4);
        assertThat(sales.unreadable())
                .containsExactly(new UnreadableRow(2, "a quote that is not closed before the next row"));
        assertThat(sales.orders()).extracting(SalesOrder::invoice).containsExactly("500002", "500003", "500004");
    }

    @Test
    void file_that_is_no_sales_file_is_refused() {
        assertThatThrownBy(() -> read("a,b\n1,2\n")).hasMessageContaining("no column InvoiceNo");
        assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
    }

    @Test
    void opening_stock_is_a_part_of_the_demand_rounded_down() throws IOException {
        assertThat(RetailSetup.openingStock(read(ODD), new BigDecimal("0.5")))
                .isEqualTo(Map.of("11111", 3, "22222A", 4, "44444", 0));
    }

    private Sales read(String text) throws IOException {
        Path file = folder.resolve("sales.csv");
        Files.writeString(file, text);
        return SalesFile.read(file);
    }
}

package io.daybook.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.bench.fake.FakeDaybook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options that make no sense are told in words before anything is called. */
class OptionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders --url localhost:8080",
                "orders --url https://127.0.0.1:8443",
                "orders --lines 3 --products 2",
                "orders --products 0",
                "orders --clients 8,0",
                "orders --seconds 0",
                "hot --clients 0",
                "hot --stock 0",
                "rebuild --reads 0",
                "tiers --capacity 0",
                "tiers --capacity 1 --seconds 0",
                "tiers --capacity 1 --parts base,nothing"
            })
    void option_that_makes_no_sense_is_refused(String line) {
        Program.Result result = Program.run((line + " --operator-password x").split(" "));
        assertThat(result.exitCode()).as(result.output()).isEqualTo(2);
        assertThat(result.output()).contains(" must be ");
    }

    @Test
    void file_that_is_not_there_is_named() {
        Program.Result result = Program.run("retail", "--file", "nosuch.csv");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("There is no file to be read: nosuch.csv");
    }

    @Test
    void file_that_is_no_sales_file_is_named_with_the_reason(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        Program.Result result = Program.run("retail", "--read-only", "--file", file.toString());
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("other.csv cannot be read: Not a sales file");
    }

    @Test
    void platform_that_cannot_be_reached_is_exit_code_3() {
        Program.Result result = Program.run("hot", "--url", "http://127.0.0.1:1", "--operator-password", "x");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.output()).contains("http://127.0.0.1:1 cannot be reached: ");
    }

    @Test
    void report_that_cannot_be_written_is_exit_code_1(@TempDir Path folder) throws IOException {
        Path file = Files.createDirectory(folder.resolve("report.json"));
        try (FakeDaybook daybook = FakeDaybook.start()) {
            Program.Result result = Program.run(
                    "hot",
                    "--url",
                    daybook.url(),
                    "--operator-password",
                    FakeDaybook.PASSWORD,
                    "--stock",
                    "1",
                    "--orders",
                    "1",
                    "--json",
                    file.toString());
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.output()).contains("FileSystemException: " + file);
        }
    }

    @Test
    void stock_of_more_units_than_there_can_be_is_refused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("sales.csv"), """
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                500001,11111,TIN,80000,2010-12-01 10:00:00,2.50,1,France
                """);
        Program.Result result = Program.run("retail", "--file", file.toString(), "--stock", "100000");
        assertThat(result.exitCode()).as(result.output()).isEqualTo(2);
        assertThat(result.output()).contains("--stock 100000 makes more units");
    }
}

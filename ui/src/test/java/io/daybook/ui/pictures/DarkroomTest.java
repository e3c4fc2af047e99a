package io.daybook.ui.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.InvalidValue;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class DarkroomTest {

    private final Darkroom darkroom =
            new Darkroom(new PictureSettings(DataSize.ofMegabytes(2), 4096, 800, 0.85f, DataSize.ofMegabytes(1)));

    private static BufferedImage decoded(Photo photo) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(photo.bytes()));
    }

    @ParameterizedTest
    @CsvSource({"png,png", "jpeg,jpg", "gif,png"})
    void what_can_be_decoded_becomes_png_or_jpeg(String format, String extension) throws IOException {
        Photo photo = darkroom.develop(Images.of(format, 30, 20));
        assertThat(photo.name()).matches("[0-9a-f]{32}\\." + extension);
        assertThat(decoded(photo).getWidth()).isEqualTo(30);
        assertThat(darkroom.develop(Images.of(format, 30, 20)).name())
                .as("the same picture has the same name")
                .isEqualTo(photo.name());
        assertThat(PictureLibrary.file(photo.name())).isEqualTo(photo.name());
    }

    @ParameterizedTest
    @CsvSource({"1600,1000,800,500", "4096,4096,800,800", "4001,3,800,1", "800,4000,800,4000", "3,4000,3,4000"})
    void wide_ones_are_scaled_down_and_keep_their_shape(int width, int height, int becomes, int high)
            throws IOException {
        BufferedImage image = decoded(darkroom.develop(Images.of("png", width, height)));
        assertThat(image.getWidth()).isEqualTo(becomes);
        assertThat(image.getHeight()).isEqualTo(high);
    }

    @Test
    void what_is_clear_stays_clear() throws IOException {
        assertThat(decoded(darkroom.develop(Images.clear(9, 9))).getRGB(4, 4)).isZero();
    }

    @Test
    void nothing_but_the_pixels_is_kept() {
        byte[] file = Images.commented(Images.of("jpeg", 30, 20), "taken at 51.5 N 0.1 W");
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("51.5 N");
        Photo photo = darkroom.develop(file);
        assertThat(new String(photo.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("51.5 N");
    }

    @Test
    void a_picture_is_refused_by_its_size_before_it_is_decoded() {
        assertRefused(Images.bomb(50_000, 50_000), "at most 4096 × 4096 pixels, has 50000 × 50000");
        assertRefused(Images.bomb(4097, 1), "pixels");
        assertRefused(new byte[2 * 1024 * 1024 + 1], "at most 2048 kB");
        assertRefused(new byte[0], "empty");
    }

    @Test
    void what_is_no_picture_is_refused_whatever_it_says_it_is() {
        assertRefused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), "PNG");
        assertRefused("GIF89a and then nothing".getBytes(StandardCharsets.UTF_8), "cannot be read");
        assertRefused(Images.of("bmp", 9, 9), "is bmp");
        byte[] whole = Images.of("png", 300, 300);
        assertRefused(Arrays.copyOf(whole, whole.length / 2), "cannot be read");
        assertRefused(Images.bomb(4000, 4000), "cannot be read");
        assertRefused("RIFF....WEBPVP8 ".getBytes(StandardCharsets.UTF_8), "PNG");
    }

    private void assertRefused(byte[] file, String reason) {
        assertThatThrownBy(() -> darkroom.develop(file))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("picture")
                .hasMessageContaining(reason);
    }
}

package io.daybook.ui.pictures;

import io.daybook.api.InvalidValue;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes of a file that somebody has sent a picture that can be shown: what it is, is found out by decoding it, and only its
 * pixels are kept, so that nothing else that was in the file (place, device, scripts) goes any further.
 */
final class Darkroom {

    static final String FIELD = "picture";

    private static final Set<String> TAKEN = Set.of("png", "jpeg", "gif");

    private final PictureSettings settings;

    /** A decoded picture can fill a good part of the memory: one at a time. */
    private final Semaphore room = new Semaphore(1);

    Darkroom(PictureSettings settings) {
        this.settings = settings;
    }

    /** Throws {@link InvalidValue} of {@code picture} when it cannot be shown. */
    Photo develop(byte[] file) {
        if (file.length == 0) {
            throw new InvalidValue(FIELD, "must not be empty");
        }
        if (file.length > settings.maxSize().toBytes()) {
            throw new InvalidValue(
                    FIELD,
                    "must have at most %d kB, has %d"
                            .formatted(settings.maxSize().toKilobytes(), file.length / 1024));
        }
        room.acquireUninterruptibly();
        try {
            return recode(file);
        } finally {
            room.release();
        }
    }

    private Photo recode(byte[] file) {
        MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            throw new InvalidValue(FIELD, "must be a PNG, JPEG or GIF file");
        }
        ImageReader reader = readers.next();
        try {
            String format = reader.getFormatName().toLowerCase(Locale.ROOT);
            if (!TAKEN.contains(format)) {
                throw new InvalidValue(FIELD, "must be a PNG, JPEG or GIF file, is " + format);
            }
            // Without its metadata, which may be packed and huge.
            reader.setInput(input, true, true);
            return encode(scaled(decode(reader)), format.equals("jpeg"));
        } catch (InvalidValue unfit) {
            throw unfit;
        } catch (IOException | RuntimeException broken) {
            // The decoders of the platform throw whatever comes to them when a file is broken.
            throw new InvalidValue(FIELD, "cannot be read: the file is broken, or of an unusual kind");
        } finally {
            reader.dispose();
        }
    }

    private BufferedImage decode(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > settings.maxSide() || height > settings.maxSide()) {
            throw new InvalidValue(
                    FIELD,
                    "must have at most %d × %d pixels, has %d × %d"
                            .formatted(settings.maxSide(), settings.maxSide(), width, height));
        }
        ImageReadParam parameters = reader.getDefaultReadParam();
        // Twice as wide as needed is enough to scale well, and takes a fraction of the memory.
        int step = Math.max(1, width / (2 * settings.width()));
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }

    private BufferedImage scaled(BufferedImage image) {
        int width = Math.min(image.getWidth(), settings.width());
        int height = Math.max(1, Math.round(image.getHeight() * (width / (float) image.getWidth())));
        boolean clear = image.getColorModel().hasAlpha();
        BufferedImage result =
                new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = result.createGraphics();
        try {
            if (!clear) {
                canvas.setColor(Color.WHITE);
                canvas.fillRect(0, 0, width, height);
            }
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            canvas.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            canvas.drawImage(image, 0, 0, width, height, null);
        } finally {
            canvas.dispose();
        }
        return result;
    }

    private Photo encode(BufferedImage image, boolean photograph) {
        boolean jpeg = photograph && !image.getColorModel().hasAlpha();
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(jpeg ? "jpeg" : "png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (jpeg) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(settings.quality());
            }
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        } finally {
            writer.dispose();
        }
        return Photo.of(bytes.toByteArray(), jpeg ? "jpg" : "png");
    }
}

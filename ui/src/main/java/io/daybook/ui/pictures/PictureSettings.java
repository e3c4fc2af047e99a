package io.daybook.ui.pictures;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Pictures that staff send.
 *
 * @param maxSize  longest file
 * @param maxSide  largest width and height, in pixels; looked at before the picture is decoded
 * @param width    width, in pixels, down to which wider pictures are scaled
 * @param quality  of pictures that are kept as JPEG, from 0 to 1
 * @param remember memory for pictures that were shown lately
 */
@ConfigurationProperties("daybook.pictures")
public record PictureSettings(
        @DefaultValue("2MB") DataSize maxSize,
        @DefaultValue("4096") int maxSide,
        @DefaultValue("800") int width,
        @DefaultValue("0.85") float quality,
        @DefaultValue("16MB") DataSize remember) {}

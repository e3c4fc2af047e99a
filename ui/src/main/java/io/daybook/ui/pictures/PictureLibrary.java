package io.daybook.ui.pictures;

import java.util.regex.Pattern;

/** All pictures that a product can have: icons of the set, and what staff have sent. */
public final class PictureLibrary {

    /** What is shown for a product without a picture. */
    private static final String NO_PICTURE = "package";

    private static final Pattern ICON = Pattern.compile("[a-z0-9-]{1,100}");
    private static final Pattern PHOTO = Pattern.compile("[0-9a-f]{32}\\.(png|jpg)");

    private final IconSet icons;
    private final Darkroom darkroom;
    private final PhotoStore photos;

    PictureLibrary(IconSet icons, Darkroom darkroom, PhotoStore photos) {
        this.icons = icons;
        this.darkroom = darkroom;
        this.photos = photos;
    }

    /** The name under {@code /pictures} of the file for a product's picture, whatever the product says. */
    public static String file(String picture) {
        if (PHOTO.matcher(picture).matches()) {
            return picture;
        }
        return (ICON.matcher(picture).matches() ? picture : NO_PICTURE) + ".svg";
    }

    /**
     * Keeps a picture and returns the name by which a product can have it. The same picture gets the same name.
     *
     * @throws io.daybook.api.InvalidValue of {@code picture} when it is too big or none
     */
    public String add(byte[] file) {
        Photo photo = darkroom.develop(file);
        photos.keep(photo);
        return photo.name();
    }

    /** Whether there is such a picture; none at all is fine too. */
    public boolean knows(String picture) {
        if (PHOTO.matcher(picture).matches()) {
            return photos.has(picture);
        }
        return picture.isEmpty() || icons.picture(picture).isPresent();
    }
}

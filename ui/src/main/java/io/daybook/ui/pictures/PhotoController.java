package io.daybook.ui.pictures;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves what staff have sent. What is under a name never changes, so browsers need not ask again. */
@Controller
class PhotoController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final PhotoStore photos;

    PhotoController(PhotoStore photos) {
        this.photos = photos;
    }

    @GetMapping("/pictures/{hash:[0-9a-f]{32}}.{extension:png|jpg}")
    ResponseEntity<byte[]> photo(@PathVariable String hash, @PathVariable String extension) {
        return photos.find(hash + "." + extension)
                .map(photo -> ResponseEntity.ok()
                        .cacheControl(FOR_EVER)
                        .eTag("\"" + hash + "\"")
                        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                        .header("X-Content-Type-Options", "nosniff")
                        .contentType(extension.equals("png") ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
                        .body(photo.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}

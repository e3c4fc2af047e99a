package io.daybook.ui.pictures;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Serves pictures by name. They change with a release at most, so browsers may keep them for long. */
@Controller
class PictureController {

    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final CacheControl KEEP =
            CacheControl.maxAge(Duration.ofDays(30)).cachePublic();

    private final IconSet icons;

    PictureController(IconSet icons) {
        this.icons = icons;
    }

    @GetMapping("/pictures/{name:[a-z0-9-]{1,100}}.svg")
    ResponseEntity<byte[]> picture(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String acceptEncoding) {
        Optional<Picture> picture = icons.picture(name);
        if (picture.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        boolean compressed = acceptEncoding.contains("gzip");
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .cacheControl(KEEP)
                .eTag(picture.get().etag())
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                // An SVG opened on its own is a document: it may style itself and do nothing else.
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(SVG);
        return compressed
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip")
                        .body(picture.get().gzip())
                : answer.body(picture.get().plain());
    }
}

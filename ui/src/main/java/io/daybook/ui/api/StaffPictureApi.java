package io.daybook.ui.api;

import io.daybook.ui.http.BodyTooLarge;
import io.daybook.ui.pictures.PictureLibrary;
import io.daybook.ui.pictures.PictureSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pictures of products, for staff. */
@RestController
@RequestMapping("/api/v1/staff/pictures")
@Tag(name = "Staff: products")
class StaffPictureApi {

    private final PictureLibrary pictures;
    private final PictureSettings settings;

    StaffPictureApi(PictureLibrary pictures, PictureSettings settings) {
        this.pictures = pictures;
        this.settings = settings;
    }

    /** @param picture its name, to be given as a product's picture */
    record Kept(String picture) {}

    @PostMapping(
            consumes = {
                MediaType.IMAGE_PNG_VALUE,
                MediaType.IMAGE_JPEG_VALUE,
                MediaType.IMAGE_GIF_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    @Operation(
            summary = "Send a picture",
            description = "A PNG, JPEG or GIF file of at most 2 MB and 4096 × 4096 pixels; what it is, is found out by"
                    + " decoding it. Its pixels are kept, at most 800 wide, and nothing else that is in the file. The"
                    + " same picture again gets the same name. Needs WAREHOUSE.")
    @ApiResponse(responseCode = "201", description = "Kept; see Location")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Kept> send(HttpServletRequest request) throws IOException {
        int limit = Math.toIntExact(settings.maxSize().toBytes());
        byte[] file = request.getInputStream().readNBytes(limit + 1);
        if (file.length > limit) {
            throw new BodyTooLarge(limit);
        }
        String name = pictures.add(file);
        return ResponseEntity.created(URI.create("/pictures/" + name)).body(new Kept(name));
    }
}

package io.daybook.ui.api;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.http.BadFields;
import io.daybook.ui.http.HttpSettings;
import io.daybook.ui.imports.ImportJob;
import io.daybook.ui.imports.ImportKind;
import io.daybook.ui.imports.Imports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Products and stock by the file, for staff. */
@RestController
@RequestMapping("/api/v1/staff")
@Tag(name = "Staff: imports")
class StaffImportApi {

    private static final String PATH = "/api/v1/staff/imports/";
    private static final int MAX_KEY_LENGTH = 200;

    private final Imports imports;
    private final HttpSettings settings;

    StaffImportApi(Imports imports, HttpSettings settings) {
        this.imports = imports;
        this.settings = settings;
    }

    @PostMapping(
            path = "/products",
            consumes = {"text/csv", MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Import products",
            description =
                    "CSV with the header sku,name,description,category,price,picture in any order, or a JSON array of"
                            + " such objects. Products that exist are revised and repriced. Good rows are kept, bad ones"
                            + " reported by line. Needs WAREHOUSE.")
    @ApiResponse(responseCode = "202", description = "Running; see Location")
    @ApiResponse(responseCode = "200", description = "Done within the time waited for")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "application/json", schema = @Schema(type = "array"))
            })
    CompletableFuture<ResponseEntity<ImportJob>> products(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @RequestHeader(name = OrderApi.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestHeader(name = Prefer.HEADER, required = false) @Nullable List<String> prefer,
            HttpServletRequest request)
            throws IOException {
        return begin(ImportKind.PRODUCTS, account, key, prefer, request);
    }

    @PostMapping(
            path = "/stock",
            consumes = {"text/csv", MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Import deliveries of stock",
            description =
                    "CSV with the header sku,quantity,reason and, as you like, movementId,warehouse in any order, or a"
                            + " JSON array of such objects. Rows without a movementId take one from the Idempotency-Key and"
                            + " their line, so that sending twice books once. Needs WAREHOUSE.")
    @ApiResponse(responseCode = "202", description = "Running; see Location")
    @ApiResponse(responseCode = "200", description = "Done within the time waited for")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "application/json", schema = @Schema(type = "array"))
            })
    CompletableFuture<ResponseEntity<ImportJob>> stock(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @RequestHeader(name = OrderApi.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestHeader(name = Prefer.HEADER, required = false) @Nullable List<String> prefer,
            HttpServletRequest request)
            throws IOException {
        return begin(ImportKind.STOCK, account, key, prefer, request);
    }

    @GetMapping("/imports/{id}")
    @Operation(summary = "See how an import stands")
    ImportJob get(@PathVariable String id) {
        return imports.get(id);
    }

    private CompletableFuture<ResponseEntity<ImportJob>> begin(
            ImportKind kind,
            Account account,
            @Nullable String key,
            @Nullable List<String> prefer,
            HttpServletRequest request)
            throws IOException {
        if (key != null && (key.isBlank() || key.length() > MAX_KEY_LENGTH)) {
            throw new BadFields(OrderApi.IDEMPOTENCY_KEY, "must have 1 to " + MAX_KEY_LENGTH + " characters");
        }
        MediaType type = MediaType.parseMediaType(request.getContentType());
        Charset charset = Optional.ofNullable(type.getCharset()).orElse(StandardCharsets.UTF_8);
        Imports.Format format = MediaType.APPLICATION_JSON.isCompatibleWith(type)
                ? new Imports.Format.Json()
                : new Imports.Format.Csv(charset);
        String id = imports.begin(kind, format, request.getInputStream(), account, key);
        Optional<Duration> wait = Prefer.patience(prefer == null ? List.of() : prefer, settings.maxWait());
        return imports.get(id, wait.orElse(Duration.ZERO)).thenApply(job -> {
            boolean settled = wait.isPresent() && job.state() != ImportJob.State.RUNNING;
            ResponseEntity.BodyBuilder answer = ResponseEntity.status(settled ? HttpStatus.OK : HttpStatus.ACCEPTED)
                    .location(URI.create(PATH + id));
            wait.ifPresent(waited -> answer.header(Prefer.APPLIED, Prefer.applied(waited)));
            return answer.body(job);
        });
    }
}

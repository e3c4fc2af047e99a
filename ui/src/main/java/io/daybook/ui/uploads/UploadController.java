package io.daybook.ui.uploads;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.http.BadFields;
import io.daybook.ui.http.ConflictingRequest;
import io.daybook.ui.http.HttpSettings;
import io.daybook.ui.http.NotThere;
import io.daybook.ui.http.TooBusy;
import io.daybook.ui.imports.ImportJob;
import io.daybook.ui.imports.ImportKind;
import io.daybook.ui.imports.Imports;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.Notice;
import io.daybook.ui.pages.PageView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes files of products and stock, and shows how their import goes. */
@Controller
class UploadController {

    private final Imports imports;
    private final HttpSettings settings;

    UploadController(Imports imports, HttpSettings settings) {
        this.imports = imports;
        this.settings = settings;
    }

    @PostMapping("/staff/inventory/imports")
    String stock(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String key,
            RedirectAttributes flash)
            throws IOException {
        return begin(ImportKind.STOCK, visitor, file, key, "/staff/inventory", flash);
    }

    @PostMapping("/staff/catalogue/imports")
    String products(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String key,
            RedirectAttributes flash)
            throws IOException {
        return begin(ImportKind.PRODUCTS, visitor, file, key, "/staff/catalogue", flash);
    }

    private String begin(
            ImportKind kind,
            @Nullable Account visitor,
            @Nullable MultipartFile file,
            @Nullable String key,
            String page,
            RedirectAttributes flash)
            throws IOException {
        Account account = Access.staff(visitor, Role.WAREHOUSE, Role.OPERATOR);
        // The key was made when the form was shown: sent twice, the file is taken once.
        String name = key == null || key.isBlank() || key.length() > 200
                ? UUID.randomUUID().toString()
                : key;
        String problem;
        if (file == null || file.isEmpty()) {
            problem = "Please choose a file that is not empty.";
        } else if (file.getSize() > settings.maxCsv().toBytes()) {
            problem = "The file is too long: at most %d MB, please."
                    .formatted(settings.maxCsv().toMegabytes());
        } else {
            try (InputStream content = file.getInputStream()) {
                imports.begin(kind, new Imports.Format.Csv(StandardCharsets.UTF_8), content, account, name);
                return back(kind, account, name, flash);
            } catch (BadFields unfit) {
                problem = unfit.errors().stream()
                        .map(error -> "“%s” %s.".formatted(error.field(), error.reason()))
                        .collect(Collectors.joining(" ", "Nothing was taken. The first line does not fit: ", ""));
            } catch (ConflictingRequest | TooBusy refused) {
                problem = String.valueOf(refused.getMessage());
            }
        }
        flash.addFlashAttribute("importProblem", problem);
        new Notice("bad", problem).flash(flash);
        return isKnown(Imports.id(kind, account, name))
                ? back(kind, account, name, flash)
                : "redirect:" + page + "#import";
    }

    /** To the import's page, which gets the key as well: one that was interrupted goes on under the same. */
    private static String back(ImportKind kind, Account account, String key, RedirectAttributes flash) {
        flash.addAttribute("key", key);
        return "redirect:/staff/imports/" + Imports.id(kind, account, key);
    }

    private boolean isKnown(String id) {
        try {
            imports.get(id);
            return true;
        } catch (NotThere unknown) {
            return false;
        }
    }

    @GetMapping("/staff/imports/{id}")
    String progress(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String key,
            PageView view,
            Model model) {
        Account account = Access.staff(visitor, Role.WAREHOUSE, Role.OPERATOR);
        try {
            ImportJob job = imports.get(id);
            boolean running = job.state() == ImportJob.State.RUNNING;
            model.addAttribute("job", job);
            model.addAttribute("running", running);
            model.addAttribute("stock", job.kind() == ImportKind.STOCK);
            model.addAttribute("refreshing", running);
            model.addAttribute("key", key);
            model.addAttribute("interrupted", job.state() == ImportJob.State.INTERRUPTED);
            // Under any other key it would be another import, and deliveries would be booked twice.
            model.addAttribute("resumable", id.equals(Imports.id(job.kind(), account, key)));
            return view.of("staff/import", "progress");
        } catch (NotThere unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, unknown.getMessage(), unknown);
        }
    }
}

package io.daybook.ui.assortment;

import io.daybook.api.InvalidValue;
import io.daybook.api.catalog.CatalogCommand;
import io.daybook.api.catalog.CatalogCommand.RetireProduct;
import io.daybook.api.catalog.CatalogQuery.CategoryList;
import io.daybook.api.catalog.CatalogQuery.FindCategories;
import io.daybook.api.catalog.CatalogQuery.FindProductsBySku;
import io.daybook.api.catalog.CatalogQuery.ProductList;
import io.daybook.api.catalog.ProductView;
import io.daybook.api.catalog.Sku;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.Notice;
import io.daybook.ui.pages.Outcome;
import io.daybook.ui.pages.ReadPosition;
import io.daybook.ui.pages.Views;
import io.daybook.ui.pictures.PictureLibrary;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

/** Lists new products, and changes or retires those that are there. Sent twice, each happens once. */
@Controller
class ProductEditor {

    private final Views views;
    private final Commands commands;
    private final PictureLibrary pictures;
    private final ReadPosition position;

    ProductEditor(Views views, Commands commands, PictureLibrary pictures, ReadPosition position) {
        this.views = views;
        this.commands = commands;
        this.pictures = pictures;
        this.position = position;
    }

    @GetMapping("/staff/catalogue/new")
    String blank(@AuthenticationPrincipal @Nullable Account visitor, Model model) {
        Access.staff(visitor, Role.WAREHOUSE, Role.OPERATOR);
        return show(ProductForm.empty(), null, model);
    }

    @GetMapping("/staff/catalogue/{code}")
    String edit(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String code,
            HttpServletRequest request,
            Model model) {
        Access.staff(visitor, Role.WAREHOUSE, Role.OPERATOR);
        ProductList found = views.ask(new FindProductsBySku(Set.of(sku(code))), ProductList.class);
        boolean behind = found.position() < position.of(request);
        Optional<ProductView> product = found.products().stream().findFirst();
        if (product.isEmpty() && !behind) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("behind", behind);
        if (product.isEmpty()) {
            return "redirect:/staff/catalogue";
        }
        return show(ProductForm.of(product.get()), product.get(), model);
    }

    @PostMapping("/staff/catalogue")
    String list(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        Access.staff(visitor, Role.WAREHOUSE, Role.OPERATOR);
        return send(
                form(typed, typed.get("sku")),
                null,
                file,
                ProductForm::list,
                "The product is listed.",
                request,
                response,
                model,
                flash);
    }

    @PostMapping("/staff/catalogue/{code}")
    String revise(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        Access.staff(visitor, Role.WAREHOUSE, Role.OPERATOR);
        ProductView product = product(code);
        ProductForm form = form(typed, product.sku().value())
                .pricedAt(ProductForm.of(product).price());
        return send(form, product, file, ProductForm::revise, "Saved.", request, response, model, flash);
    }

    @PostMapping("/staff/catalogue/{code}/price")
    String reprice(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String price,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        Access.staff(visitor, Role.WAREHOUSE, Role.OPERATOR);
        ProductView product = product(code);
        ProductForm form = ProductForm.of(product).pricedAt(price.strip());
        String done = "The new price holds for orders from now on.";
        return send(form, product, null, ProductForm::reprice, done, request, response, model, flash);
    }

    @PostMapping("/staff/catalogue/{code}/retirement")
    String retire(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        Access.staff(visitor, Role.WAREHOUSE, Role.OPERATOR);
        ProductView product = product(code);
        Function<ProductForm, CatalogCommand> command = form -> new RetireProduct(product.sku(), reason);
        model.addAttribute("reason", reason);
        return send(
                ProductForm.of(product),
                product,
                null,
                command,
                "It is sold no more.",
                request,
                response,
                model,
                flash);
    }

    private String send(
            ProductForm typed,
            @Nullable ProductView product,
            @Nullable MultipartFile file,
            Function<ProductForm, CatalogCommand> command,
            String done,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        ProductForm form = typed;
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        try {
            if (file != null && !file.isEmpty()) {
                form = form.with(pictures.add(file.getBytes()));
            } else if (!pictures.knows(form.picture())) {
                throw new InvalidValue("picture", "is not known: send a file, or give the name of an icon");
            }
            CatalogCommand change = command.apply(form);
            Outcome outcome = commands.send(change);
            position.advance(request);
            if (outcome instanceof Outcome.Refused refused) {
                return show(form.but(product == null ? "sku" : "", refused.reason() + "."), product, model);
            }
            Notice.of(outcome, done).flash(flash);
            response.setStatus(HttpServletResponse.SC_OK);
            return outcome instanceof Outcome.Done && product != null
                    ? "redirect:/staff/catalogue/" + change.sku()
                    : "redirect:/staff/catalogue";
        } catch (InvalidValue invalid) {
            return show(form.but(invalid.field(), "This " + invalid.reason() + "."), product, model);
        }
    }

    private String show(ProductForm form, @Nullable ProductView product, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("isNew", product == null);
        model.addAttribute("onSale", product == null || product.onSale());
        model.addAttribute("title", product == null ? "New product" : product.name());
        model.addAttribute("picture", PictureLibrary.file(form.picture()));
        model.addAttribute(
                "categories",
                views.ask(new FindCategories(), CategoryList.class).categories());
        return "staff/product";
    }

    private static ProductForm form(Map<String, String> typed, @Nullable String sku) {
        return ProductForm.of(
                sku,
                typed.get("name"),
                typed.get("description"),
                typed.get("category"),
                typed.get("price"),
                typed.get("picture"));
    }

    private ProductView product(String code) {
        return views.ask(new FindProductsBySku(Set.of(sku(code))), ProductList.class).products().stream()
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Sku sku(String code) {
        try {
            return new Sku(code);
        } catch (InvalidValue noCode) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, noCode.getMessage(), noCode);
        }
    }
}

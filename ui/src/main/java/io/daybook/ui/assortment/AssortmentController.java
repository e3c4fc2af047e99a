package io.daybook.ui.assortment;

import io.daybook.api.catalog.CatalogQuery.CategoryList;
import io.daybook.api.catalog.CatalogQuery.FindAllProducts;
import io.daybook.api.catalog.CatalogQuery.FindCategories;
import io.daybook.api.catalog.CatalogQuery.FindProducts;
import io.daybook.api.catalog.CatalogQuery.ProductPage;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.exports.Exports;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.PageView;
import io.daybook.ui.pages.Paging;
import io.daybook.ui.pages.ReadPosition;
import io.daybook.ui.pages.Views;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of products. */
@Controller
class AssortmentController {

    private static final int MAX_WORDS = 200;

    private final Views views;
    private final Exports exports;
    private final ReadPosition position;
    private final AssortmentSettings settings;

    AssortmentController(Views views, Exports exports, ReadPosition position, AssortmentSettings settings) {
        this.views = views;
        this.exports = exports;
        this.position = position;
        this.settings = settings;
    }

    @GetMapping("/staff/catalogue")
    String list(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "false") String retired,
            @RequestParam(required = false) @Nullable String page,
            PageView view,
            HttpServletRequest request,
            Model model) {
        Access.staff(visitor, Role.WAREHOUSE, Role.OPERATOR);
        String words = q.length() > MAX_WORDS ? q.substring(0, MAX_WORDS) : q.strip();
        boolean all = retired.equals("true");
        int index = Paging.index(page);
        int size = settings.cataloguePageSize();
        ProductPage found = views.ask(
                all
                        ? new FindAllProducts(words, category, index, size)
                        : new FindProducts(words, category, index, size),
                ProductPage.class);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(request.getContextPath() + "/staff/catalogue");
        if (!words.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (!category.isEmpty()) {
            address.queryParam("category", "{category}");
        }
        if (all) {
            address.queryParam("retired", true);
        }
        address.uriVariables(Map.of("q", words, "category", category));
        model.addAttribute("rows", found.products().stream().map(ProductRow::of).toList());
        model.addAttribute("total", found.total());
        model.addAttribute("q", words);
        model.addAttribute("category", category);
        model.addAttribute("retired", all);
        model.addAttribute("paging", Paging.of(index, found.pages(), address));
        model.addAttribute(
                "categories",
                views.ask(new FindCategories(), CategoryList.class).categories());
        model.addAttribute("behind", found.position() < position.of(request));
        model.addAttribute("announced", view.fragment());
        model.addAttribute("importKey", UUID.randomUUID().toString());
        return view.of("staff/catalogue", "products");
    }

    @GetMapping("/staff/catalogue.csv")
    ResponseEntity<StreamingResponseBody> file(@AuthenticationPrincipal @Nullable Account visitor) {
        Access.staff(visitor, Role.WAREHOUSE, Role.OPERATOR);
        return exports.products();
    }
}
